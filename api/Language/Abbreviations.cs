using System.Collections.Frozen;

namespace OutlookAssist.Language;

/// <summary>Words whose full stop says "shortened" and not "finished", in the languages mail comes in.</summary>
internal static class Abbreviations
{
    // Something always follows: a name, an example, a noun.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverLast = Set(
        """
        dr mr mrs ms mx prof rev hon st sgt capt lt col gen gov sen rep pres messrs hr fr frau herr dipl ing mag
        sr sra srta srs dña mme mmes mlle mlles me mgr sig sigg dott avv geom arch ill mevr dhr drs ir
        e.g eg i.e ie vs viz cf resp approx ca incl excl inkl exkl zzgl bzw ggf evtl sog vgl z.b zb d.h dh u.a ua i.d.r s.o s.u o.g p.ex p ej es esp
        t.ex tex bl.a f.eks feks bijv bv o.a d.w.z m.b.t t.a.v i.v.m tel fax attn re ref bd hrsg zit mind max min geb verh str
        np tzn m.in ul tj tzv napr т.е т.д напр ул г
        """);

    // A number follows, or else it was an ordinary word.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = Set(
        """
        no nos nr nrs núm num n art arts abs sec sect fig figs p pp s pos kap chap ch vol par para eq tab ex ext apt app room rm ver v cl al lit ziff rn art
        jan feb mar apr jun jul aug sep sept oct nov dec § č стр
        """);

    // May end a sentence: only what follows tells.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PerhapsLast = Set(
        """
        inc ltd corp co llc plc gmbh bros dept univ assn est jr u.s us u.k uk u.n u.s.a usa d.c ph.d phd b.sc m.sc b.a m.a md m.d esq s.a s.l s.r.l s.p.a b.v n.v
        """);

    // Ends a sentence whenever a capital follows.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OftenLast = Set(
        "etc usw u.s.w osv enz ecc p.m a.m pm am p.s ps usf u.ä o.ä jr mio mrd mill kg cm mm km std min sek eur usd");

    /// <summary>What a full stop behind this word means.</summary>
    /// <param name="word">Lower-cased, without the last full stop; "e.g" keeps the inner one.</param>
    public static StopMeaning Of(ReadOnlySpan<char> word) =>
        OftenLast.Contains(word) ? StopMeaning.EndsBeforeCapital
        : NeverLast.Contains(word) ? StopMeaning.Never
        : PerhapsLast.Contains(word) ? StopMeaning.EndsBeforeOpener
        : BeforeNumber.Contains(word) ? StopMeaning.EndsUnlessNumber
        : StopMeaning.Ends;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>How a full stop is to be read, given the word before it.</summary>
internal enum StopMeaning
{
    /// <summary>An ordinary full stop.</summary>
    Ends,

    /// <summary>An abbreviation that something always follows.</summary>
    Never,

    /// <summary>An abbreviation before a number ("No. 5"), an ordinary word otherwise ("No. I want …").</summary>
    EndsUnlessNumber,

    /// <summary>An end if the next word begins with a capital.</summary>
    EndsBeforeCapital,

    /// <summary>An end only if the next word is one that opens sentences.</summary>
    EndsBeforeOpener,
}
