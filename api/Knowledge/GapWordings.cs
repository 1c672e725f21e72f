using System.Text.Json;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>The wordings of a gap, the first of them its question, each with the mark of whoever wrote it.</summary>
internal static class GapWordings
{
    /// <summary>All of them, opened; gaps of an older version know no writers.</summary>
    public static List<(string Text, string Asker)> Of(KnowledgeGap gap, ContentCipher cipher)
    {
        var askers = JsonSerializer.Deserialize<List<string>>(gap.Askers)!;
        var others = JsonSerializer.Deserialize<List<string>>(cipher.OpenText(gap.Organisation, KnowledgeGapTable.Wordings.PlaceOf(gap.Id), gap.Wordings))!;
        var first = cipher.OpenText(gap.Organisation, KnowledgeGapTable.Question.PlaceOf(gap.Id), gap.Question);
        return [.. others.Prepend(first).Select((text, index) => (text, askers.ElementAtOrDefault(index) ?? ""))];
    }

    /// <summary>Seals them back, at least one.</summary>
    public static void Write(KnowledgeGap gap, IReadOnlyList<(string Text, string Asker)> wordings, ContentCipher cipher)
    {
        gap.Question = cipher.SealText(gap.Organisation, KnowledgeGapTable.Question.PlaceOf(gap.Id), wordings[0].Text);
        gap.Wordings = cipher.SealText(gap.Organisation, KnowledgeGapTable.Wordings.PlaceOf(gap.Id), JsonSerializer.Serialize(wordings.Skip(1).Select(wording => wording.Text)));
        gap.Askers = JsonSerializer.Serialize(wordings.Select(wording => wording.Asker));
    }
}
