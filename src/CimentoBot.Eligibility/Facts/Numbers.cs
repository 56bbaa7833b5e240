using System.Globalization;

namespace CimentoBot.Eligibility.Facts;

/// <summary>Numbers as a French or an English reader writes them, whatever the thread's culture.</summary>
public static class Numbers
{
    private static readonly NumberFormatInfo French = new() { NumberGroupSeparator = "\u202f", NumberDecimalSeparator = "," };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    public static string Print(decimal number, Language language) =>
        number.ToString("#,0.####", language == Language.French ? French : English);
}
