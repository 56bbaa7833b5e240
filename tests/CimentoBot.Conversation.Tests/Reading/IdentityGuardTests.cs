using CimentoBot.Conversation.Interview.Reading;

namespace CimentoBot.Conversation.Tests.Reading;

/// <summary>Invented identities of no person.</summary>
public sealed class IdentityGuardTests
{
    [Theory]
    [InlineData("Mme Exemple, L3")]
    [InlineData("M. Exemple")]
    [InlineData("patient Exemple")]
    [InlineData("Dr Exemple")]
    [InlineData("nom : Exemple")]
    [InlineData("06 00 00 00 00")]
    [InlineData("+33 6 00 00 00 00")]
    [InlineData("exemple@hopital.fr")]
    [InlineData("né le 1er mai")]
    [InlineData("DDN 01/01/1950")]
    [InlineData("12/03/1950")]
    [InlineData("1 50 01 75 000 000 00")]
    [InlineData("150017500000000")]
    [InlineData("IPP 123456")]
    [InlineData("dossier n° 20261234")]
    [InlineData("M.Exemple")]
    [InlineData("madame Exemple")]
    [InlineData("M. d'Exemple")]
    [InlineData("NOM : EXEMPLE")]
    [InlineData("0033 6 00 00 00 00")]
    [InlineData("+33 (0) 6 00 00 00 00")]
    [InlineData("12 mars 1958")]
    [InlineData("12 03 1958")]
    [InlineData("IPP n° : 1234567")]
    public void WhatLooksLikeAnIdentityIsRefused(string text) => Assert.NotNull(IdentityGuard.Find(text));

    [Theory]
    [InlineData("L3")]
    [InlineData("patient OMS 1")]
    [InlineData("patiente EGFR mutée")]
    [InlineData("T10-11-12")]
    [InlineData("Scanner du 12/11/2026")]
    [InlineData("La chirurgie ne le permet pas")]
    [InlineData("Aile iliaque gauche")]
    [InlineData("T12-L1 droite")]
    [InlineData("Plavix 75 mg, Kardégic 160")]
    [InlineData("Mur postérieur atteint à 50 % ?")]
    [InlineData("8e côte gauche")]
    [InlineData("Vertébroplastie avant la radiothérapie ?")]
    public void WhatDoesNotIsTaken(string text) => Assert.Null(IdentityGuard.Find(text));
}
