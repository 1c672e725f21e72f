namespace OutlookAssist.Language;

/// <summary>One word as a search compares it, and where it stands in the text (UTF-16 code units).</summary>
/// <param name="Stem">Folded, stemmed form; a number or code keeps its digits.</param>
/// <param name="Start">First code unit.</param>
/// <param name="Length">Code units covered; the joined form of a compound covers all its parts.</param>
/// <param name="IsStopWord">True for a word that says nothing about the subject.</param>
internal readonly record struct Term(string Stem, int Start, int Length, bool IsStopWord);

/// <summary>A stretch of a text in UTF-16 code units.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>One past the last code unit.</summary>
    public int End => Start + Length;
}
