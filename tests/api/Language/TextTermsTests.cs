using OutlookAssist.Language;

namespace OutlookAssist.Tests.Api.Language;

public sealed class TextTermsTests
{
    [Theory]
    [InlineData("en", "Please refund my orders", "refund order")]
    [InlineData("en", "What is the deductible, and how do I pay it?", "deduct pay")]
    [InlineData("en", "I don't know, I dont know", "know know")]
    [InlineData("en", "The customer’s invoice", "custom invoic")]
    [InlineData("fr", "L'eau d’Évian, qu'est-ce que c'est ?", "eau evian")]
    [InlineData("it", "L'ordine dell'azienda", "ordin azi")]
    [InlineData("tr", "Ankara'da", "ankara")]
    [InlineData("en", "(A-1234)", "1234 a1234")]
    [InlineData("en", "3.5 percent of 1,000 and 2,500,000.50", "3.5 percent 1000 2500000.50")]
    [InlineData("en", "version 1.10.2 at 10:30", "version 1.10.2 10:30")]
    [InlineData("en", "$45.00 for 401k", "45 401k")]
    [InlineData("de", "1.000,50 Euro", "1000.50 euro")]
    [InlineData("de", "3,5 kg für 1.000 Straßen", "3.5 kg 1000 strass")]
    [InlineData("fr", "1\u202F000 commandes", "1000 command")]
    [InlineData("en", "co-pay", "co pay copay")]
    [InlineData("en", "out-of-network", "network outofnetwork")]
    [InlineData("en", "the infor-\nmation", "infor mation inform")]
    [InlineData("en", "U.S. rules, e.g. these", "us rule")]
    [InlineData("en", "ﬁnance ＡＢＣ１２", "financ abc12")]
    [InlineData("en", "cafe\u0301 café CAFÉ cafe", "cafe cafe cafe cafe")]
    [InlineData("en", "soft\u00ADware", "softwar")]
    [InlineData("zh", "订单发货", "订单 单发 发货")]
    [InlineData("zh", "血", "血")]
    [InlineData("ko", "환불", "환불")]
    [InlineData("ja", "注文", "注文")]
    [InlineData("zh", "订单A-12发货", "订单 12 a12 发货")]
    [InlineData("ar", "أين الفاتورة", "فاتور")]
    [InlineData("de", "Der Refund-Prozess in Москве", "refund prozess refundprozess москв")]
    [InlineData("hi", "कृपया ऑर्डर", "ऑर्डर")]
    [InlineData("el", "Παραγγελία παραγγελια", "παραγγελια παραγγελια")]
    [InlineData("en", "", "")]
    [InlineData("en", "--- ... !!!", "")]
    public void A_text_gives_these_terms_beside_its_stop_words(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Terms(text, language).Where(term => !term.IsStopWord).Select(term => term.Stem)));

    [Theory]
    [InlineData("in-network", "in network")]
    [InlineData("in-network", "innetwork")]
    [InlineData("in network", "innetwork")]
    [InlineData("out of network", "out-of-network")]
    [InlineData("log in", "login")]
    [InlineData("log-in", "login")]
    [InlineData("co-payments", "copayment")]
    [InlineData("e-mail", "email")]
    [InlineData("A-1234", "a1234")]
    [InlineData("1,000", "1000")]
    public void Spellings_of_one_word_meet(string one, string other)
    {
        var shared = Terms(one, "en").Where(term => !term.IsStopWord).Select(term => term.Stem)
            .Intersect(Terms(other, "en").Where(term => !term.IsStopWord).Select(term => term.Stem));
        Assert.NotEmpty(shared);
    }

    [Fact]
    public void In_network_and_out_of_network_are_told_apart()
    {
        var inside = Terms("in network", "en").Select(term => term.Stem).ToHashSet();
        var outside = Terms("out of network", "en").Select(term => term.Stem).ToHashSet();
        Assert.Contains("innetwork", inside);
        Assert.DoesNotContain("innetwork", outside);
        Assert.Contains("outofnetwork", outside);
    }

    [Theory]
    [InlineData("en", "what how which can do when where")]
    [InlineData("de", "wie welche können wann wo")]
    [InlineData("fr", "comment quel pouvez quand où")]
    [InlineData("es", "cómo cuál puede cuándo dónde como cuando")]
    [InlineData("it", "come quale può quando dove")]
    [InlineData("pt", "como qual pode quando onde")]
    [InlineData("nl", "hoe welke kan wanneer waar")]
    public void Question_words_are_stop_words(string language, string words) =>
        Assert.All(Terms(words, language), term => Assert.True(term.IsStopWord, term.Stem));

    [Fact]
    public void Offsets_point_at_the_words_of_the_text()
    {
        const string text = "Hello, the CO-PAYS cost 1,000 € 订单号码 today";
        foreach (var term in Terms(text, "en"))
            Assert.InRange(term.Start + term.Length, term.Start + 1, text.Length);
        var joined = Terms(text, "en").Single(term => term.Stem == "copay");
        Assert.Equal("CO-PAYS", text.Substring(joined.Start, joined.Length));
        var number = Terms(text, "en").Single(term => term.Stem == "1000");
        Assert.Equal("1,000", text.Substring(number.Start, number.Length));
    }

    [Fact]
    public void Terms_are_appended_and_the_same_every_time()
    {
        var terms = new List<Term>();
        TextTerms.Analyze("refund the order", "en", terms);
        var first = terms.ToList();
        TextTerms.Analyze("refund the order", "en", terms);
        Assert.Equal([.. first, .. first], terms);
    }

    [Fact]
    public void A_language_without_rules_is_compared_by_plain_letters() =>
        Assert.Equal(["pöördumine".Replace('ö', 'o')], Terms("Pöördumine", "et").Select(term => term.Stem));

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uDC00a")]
    [InlineData("a\uD840\uDC0Bb")]
    [InlineData("'''-'-'")]
    [InlineData("1.,:2")]
    [InlineData("a-")]
    [InlineData("\u0301\u0301")]
    [InlineData("😀 😀👩‍👩‍👧")]
    public void Broken_text_is_read_without_an_error(string text)
    {
        foreach (var language in new[] { "en", "de", "fr", "zh", "ar", "und" })
            Assert.All(Terms(text, language), term => Assert.InRange(term.Start + term.Length, 1, text.Length));
    }

    [Fact]
    public void A_hyphenated_line_of_any_length_is_read_once()
    {
        var text = string.Join('-', Enumerable.Repeat("ab", 20_000));
        Assert.Equal(20_000, Terms(text, "en").Count);
    }

    private static List<Term> Terms(string text, string language)
    {
        var terms = new List<Term>();
        TextTerms.Analyze(text, language, terms);
        return terms;
    }
}
