// The interview's shape in the Bot Framework SDK for JavaScript: as many steps, the same cards, state in memory, no rule at all.
'use strict';

const fs = require('fs');
const http = require('http');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage } = require('botbuilder');
const { ComponentDialog, Dialog, DialogSet, DialogTurnStatus, WaterfallDialog } = require('botbuilder-dialogs');

const content = ({ summary, attachments }) => ({ type: 'message', summary, attachments });
const turns = JSON.parse(fs.readFileSync(process.env.BENCH_REPLIES, 'utf8'))
    .map(({ said, rewritten }) => ({ said: content(said), rewritten: rewritten && content(rewritten) }));

class Interview extends ComponentDialog {
    constructor() {
        super('interview');
        this.addDialog(new WaterfallDialog('steps', turns.map(({ said, rewritten }, place) => async (step) => {
            if (place > 0) {
                Object.assign(step.values, step.context.activity.value);
            }

            if (rewritten) {
                await step.context.updateActivity({ ...rewritten, id: step.context.activity.replyToId });
            }

            await step.context.sendActivity({ ...said });
            return place + 1 < turns.length ? Dialog.EndOfTurn : step.endDialog();
        })));
        this.initialDialogId = 'steps';
    }
}

class Bot extends ActivityHandler {
    constructor(state) {
        super();
        const dialogs = new DialogSet(state.createProperty('dialogs'));
        dialogs.add(new Interview());
        this.onMessage(async (context, next) => {
            const dialog = await dialogs.createContext(context);
            const result = await dialog.continueDialog();
            if (result.status === DialogTurnStatus.empty) {
                await dialog.beginDialog('interview');
            }

            await state.saveChanges(context, false);
            await next();
        });
    }
}

const keepAlive = { http: new http.Agent({ keepAlive: true }) };
const authentication = new ConfigurationBotFrameworkAuthentication({}, undefined, undefined, undefined, { agentSettings: keepAlive });
const adapter = new CloudAdapter(authentication);
const bot = new Bot(new ConversationState(new MemoryStorage()));

http.createServer((request, response) => {
    if (request.method === 'GET') {
        response.end('ready');
        return;
    }

    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
        request.body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        response.status = (code) => { response.statusCode = code; };
        response.header = (name, value) => response.setHeader(name, value);
        response.send = (body) => response.write(typeof body === 'string' ? body : JSON.stringify(body));
        await adapter.process(request, response, (context) => bot.run(context));
    });
}).listen(Number(process.env.PORT), '127.0.0.1');
