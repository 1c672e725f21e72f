using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OutlookAssist.Language;

namespace OutlookAssist.Knowledge.Index;

/// <summary>Tells segments of this version from those whose words were cut or weighed in another way: those are built anew.</summary>
internal static class SegmentFormat
{
    // Counts up when the layout or the weights of the fields change.
    private const int Version = 1;

    // Cut by the language code as it is now: a change of stemmers or stop words shows here without anyone having to remember a number.
    private static readonly (string Language, string Text)[] Samples =
    [
        ("en", "Employees' invoices weren't delivered on 12/31/2024; the e-mail set-up of running services costs $1,250.50, U.S. only."),
        ("de", "Die Mitarbeiterinnen erhielten Kündigungsschreiben und Versicherungsverträge über 1.250,50 Euro aus den größeren Häusern."),
        ("fr", "Les employées n'étaient pas remboursées; l'assurance maladie couvre généralement les dépenses nationales."),
        ("es", "Los trabajadores recibieron las facturas rápidamente y las condiciones generales cambiaron."),
        ("it", "I dipendenti hanno ricevuto velocemente le condizioni dell'assicurazione."),
        ("pt", "Os funcionários receberam rapidamente as informações das condições."),
        ("nl", "De medewerkers ontvingen verzekeringspolissen en werkzaamheden."),
        ("und", "保险条款 การประกันภัย التأمينات الصحية 보험 약관 страхование AB-1234.5"),
    ];

    /// <summary>Equal for versions that make the same segment of the same passages.</summary>
    public static long Fingerprint { get; } = Compute();

    private static long Compute()
    {
        var text = new StringBuilder().Append(Version).Append(Impact.Of(1, 50)).Append(Impact.Of(3, 150)).Append(Impact.FrameWeight);
        var terms = new List<Term>();
        foreach (var (language, sample) in Samples)
            TextTerms.Analyze(sample, language, terms);
        foreach (var term in terms)
            text.Append('\n').Append(term.Stem).Append(term.IsStopWord ? '-' : '+');
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
