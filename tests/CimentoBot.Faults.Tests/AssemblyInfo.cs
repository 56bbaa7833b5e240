// Each test has processes of its own to start and to kill: one after another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
