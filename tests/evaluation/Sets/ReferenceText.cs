using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using OutlookAssist.Evaluation.Product;

namespace OutlookAssist.Evaluation.Sets;

/// <summary>What poppler reads in a PDF, where it is installed, to compare the product's text with.</summary>
internal static class ReferenceText
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The words in common, as F1 over words with their counts, and how many poppler reads; null when poppler is not there or reads no words.</summary>
    public static async Task<(double F1, int Words)?> AgreementAsync(ProductClient product, Uploaded document, int pages, string path, CancellationToken cancellationToken)
    {
        if (await PopplerAsync(path, cancellationToken) is not { } reference || Words(reference) is not { Count: > 0 } wanted)
            return null;
        var given = new List<string>();
        for (var page = 1; page <= pages; page++)
            given.AddRange(Words(await product.PageTextAsync(document.Id, page, cancellationToken) ?? ""));
        var left = wanted.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        var common = 0;
        foreach (var word in given)
        {
            if (left.GetValueOrDefault(word) > 0)
            {
                left[word]--;
                common++;
            }
        }

        return (2.0 * common / (wanted.Count + given.Count), wanted.Count);
    }

    private static async Task<string?> PopplerAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
                return null;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Longest);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var text = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await errors;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        var folded = text.ToLower(CultureInfo.InvariantCulture);
        for (var index = 0; index <= folded.Length; index++)
        {
            var inside = index < folded.Length && char.IsLetterOrDigit(folded[index]);
            if (inside && start < 0)
                start = index;
            if (!inside && start >= 0)
            {
                words.Add(folded[start..index]);
                start = -1;
            }
        }

        return words;
    }
}
