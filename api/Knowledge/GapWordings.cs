using System.Text.Json;

namespace OutlookAssist.Knowledge;

/// <summary>The wordings of a gap, the first of them its question, each with the mark of whoever wrote it.</summary>
internal static class GapWordings
{
    /// <summary>All of them; gaps of an older version know no writers.</summary>
    public static List<(string Text, string Asker)> Of(KnowledgeGap gap)
    {
        var askers = JsonSerializer.Deserialize<List<string>>(gap.Askers)!;
        return [.. JsonSerializer.Deserialize<List<string>>(gap.Wordings)!.Prepend(gap.Question).Select((text, index) => (text, askers.ElementAtOrDefault(index) ?? ""))];
    }

    /// <summary>Puts them back, at least one.</summary>
    public static void Write(KnowledgeGap gap, IReadOnlyList<(string Text, string Asker)> wordings)
    {
        gap.Question = wordings[0].Text;
        gap.Wordings = JsonSerializer.Serialize(wordings.Skip(1).Select(wording => wording.Text));
        gap.Askers = JsonSerializer.Serialize(wordings.Select(wording => wording.Asker));
    }
}
