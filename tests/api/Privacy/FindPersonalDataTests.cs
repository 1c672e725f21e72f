using OutlookAssist.Privacy;

namespace OutlookAssist.Tests.Api.Privacy;

public sealed class FindPersonalDataTests
{
    private static string[] Types(string text) => [.. FindPersonalData.Find(text).Select(datum => datum.Type)];

    [Theory]
    [InlineData("EMAIL", "ana.ruiz+x@mail.example.com")]
    [InlineData("URL", "https://example.com/reset?token=abc123")]
    [InlineData("IP", "192.0.2.17")]
    [InlineData("IP", "2001:db8::8a2e:370:7334")]
    [InlineData("MAC", "00:1B:44:11:3A:B7")]
    [InlineData("MAC", "AA-BB-CC-DD-EE-F0")]
    [InlineData("IBAN", "DE89 3704 0044 0532 0130 00")]
    [InlineData("IBAN", "GB82WEST12345698765432")]
    [InlineData("CARD", "4111 1111 1111 1111")]
    [InlineData("CARD", "3782 822463 10005")]
    [InlineData("BANK_ROUTING", "121042882")]
    [InlineData("PHONE", "+49 30 1234567")]
    [InlineData("PHONE", "(415) 555-0132")]
    [InlineData("PHONE", "030/12345678")]
    [InlineData("US_SSN", "536-22-1234")]
    [InlineData("US_ITIN", "912-70-1234")]
    [InlineData("UK_NINO", "AB 12 34 56 C")]
    [InlineData("DE_TAX_ID", "86095742719")]
    [InlineData("FR_NIR", "2 55 08 14 168 025 38")]
    [InlineData("ES_NIF", "12345678Z")]
    [InlineData("IT_FISCAL_CODE", "RSSMRA85T10A562S")]
    [InlineData("PL_PESEL", "44051401359")]
    [InlineData("IN_PAN", "ABCPD1234Z")]
    [InlineData("IN_AADHAAR", "2341 2341 2346")]
    [InlineData("AU_ABN", "51 824 753 556")]
    [InlineData("SG_NRIC", "S1234567D")]
    [InlineData("US_NPI", "1518032770")]
    [InlineData("US_MBI", "2KD7-MT3-YX45")]
    [InlineData("CA_SIN", "524 187 366")]
    [InlineData("BR_CPF", "371.948.205-79")]
    [InlineData("TR_NATIONAL_ID", "48291357694")]
    [InlineData("SE_PERSONNUMMER", "840923-4112")]
    [InlineData("SE_PERSONNUMMER", "198409234112")]
    [InlineData("FI_PERSONAL_IDENTITY_CODE", "240787-432H")]
    [InlineData("FI_PERSONAL_IDENTITY_CODE", "140399Y8713")]
    [InlineData("DE_VAT_ID", "DE 276 403 187")]
    [InlineData("DE_SOCIAL_SECURITY", "24120583M012")]
    [InlineData("IT_VAT_CODE", "08243170480")]
    [InlineData("BE_NATIONAL_NUMBER", "85.07.30-033.28")]
    [InlineData("BE_NATIONAL_NUMBER", "05.07.30-033.26")]
    [InlineData("CH_AHV", "756.4839.2017.46")]
    [InlineData("NO_BIRTH_NUMBER", "170586 10089")]
    [InlineData("KR_RRN", "870315-1029383")]
    [InlineData("TH_TNIN", "3104805720160")]
    [InlineData("CN_RESIDENT_ID", "110108198304172572")]
    [InlineData("ZA_ID_NUMBER", "8403175084084")]
    [InlineData("AU_MEDICARE", "3951 84208 1")]
    [InlineData("AU_ACN", "004 273 198")]
    [InlineData("IN_GSTIN", "27KWMPR4182L1ZK")]
    [InlineData("ES_NIE", "X1234567L")]
    [InlineData("PLATE", "AB51 ABC")]
    [InlineData("PLATE", "AB-123-CD")]
    [InlineData("PLATE", "34 KRM 582")]
    [InlineData("PLATE", "16-KZ-94")]
    [InlineData("PLATE", "LKD-482XA")]
    [InlineData("SECRET", "ghp_0123456789abcdefghijABCDEFGHIJ0123")]
    [InlineData("ADDRESS", "221 Baker Street")]
    [InlineData("ADDRESS", "Hauptstraße 12, 10115 Berlin")]
    [InlineData("ADDRESS", "12 rue Victor Hugo")]
    public void Each_kind_is_found_whole_inside_a_sentence(string type, string value)
    {
        var text = $"We noted 😀 {value} in the file.";

        var datum = Assert.Single(FindPersonalData.Find(text));

        Assert.Equal(type, datum.Type);
        Assert.Equal(value, text[datum.Start..datum.End]);
        Assert.InRange(datum.Score, 0.3, 1);
    }

    [Theory]
    [InlineData("UK_NHS", "My NHS number is 401 023 2137.")]
    [InlineData("AU_TFN", "Tax file number: 123 456 782")]
    [InlineData("NL_BSN", "BSN 111222333")]
    [InlineData("AT_SVNR", "Sozialversicherungsnummer 1231 140785")]
    [InlineData("PT_NIF", "O meu NIF é 504739182.")]
    [InlineData("IE_PPS", "My PPS number: 4071835O")]
    [InlineData("DK_CPR", "CPR 170586-1234")]
    [InlineData("CA_SIN", "My SIN is 524187366.")]
    [InlineData("PLATE", "My licence plate is 7ABC482.")]
    [InlineData("BIC", "BIC: COBADEFFXXX")]
    [InlineData("BIRTH_DATE", "Born on 12 March 1985 in Bonn")]
    [InlineData("BIRTH_DATE", "Geburtsdatum: 12.03.1985")]
    [InlineData("CUSTOMER_NUMBER", "Meine Kundennummer lautet K-20481.")]
    [InlineData("SECRET", "The password is Summer2026!")]
    [InlineData("SECRET", "Passwort: geheim-77")]
    [InlineData("PLATE", "Kennzeichen b-ab 1234")]
    [InlineData("PERSON", "My name is Zyx Qwerty.")]
    [InlineData("PERSON", "Dear Mrs. Okonkwo,")]
    [InlineData("PERSON", "Viele Grüße\nAnna Schmidt")]
    public void Words_beside_it_tell_what_a_number_or_name_is(string type, string text) => Assert.Contains(type, Types(text));

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 01")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("000-12-3456")]
    [InlineData("12345678A")]
    [InlineData("51 824 753 557")]
    [InlineData("2341 2341 2347")]
    [InlineData("1518032771")]
    [InlineData("524 187 367")]
    [InlineData("371.948.205-78")]
    [InlineData("48291357695")]
    [InlineData("840923-4113")]
    [InlineData("240787-432J")]
    [InlineData("DE276403188")]
    [InlineData("24120583M013")]
    [InlineData("85.07.30-033.29")]
    [InlineData("756.4839.2017.47")]
    [InlineData("870315-1029384")]
    [InlineData("3104805720161")]
    [InlineData("110108198304172573")]
    [InlineData("8403175084085")]
    [InlineData("192.168.1.256")]
    [InlineData("2001::db8::1")]
    public void A_wrong_check_digit_or_range_is_not_taken_for_the_real_thing(string value) =>
        Assert.DoesNotContain(FindPersonalData.Find($"We noted {value} in the file."), datum => datum.Type is not "PHONE");

    [Theory]
    [InlineData("Please send the invoice for order 4711 by 20.11.2026, 10:30, total 1,299.00 EUR.")]
    [InlineData("Die Lieferung vom 3. März 2026 umfasst 12 Kartons zu je 24 Stück, Artikel 10-2000-30.")]
    [InlineData("Version 10.2.1 fixes error 0x80070057 in Windows 11, see chapter 3.4.")]
    [InlineData("The Act of 1964 and the meeting on 03/06/2001 08:12 AM are unrelated.")]
    [InlineData("Your password is wrong, please reset it.")]
    [InlineData("Delivery on 12 MAR 2026 of 20 KG, 15 PCS 1200, invoice 524187366 and order 1518032770.")]
    [InlineData("The meeting moved to 24 Oct 2026, 10 EUR 2500 in all.")]
    public void Ordinary_business_text_is_left_alone(string text) => Assert.Empty(Types(text));

    [Theory]
    [InlineData("Call Zbigniew Kowalczyk tomorrow.", "Zbigniew Kowalczyk")]
    [InlineData("Ubul Hegedűs listed the parts.", "Ubul Hegedűs")]
    [InlineData("It was signed by Irena Z. Mlakar in person.", "Irena Z. Mlakar")]
    [InlineData("Wisława Nowicka's letter came late.", "Wisława Nowicka")]
    [InlineData("Will Anneliese Huber join us?", "Anneliese Huber")]
    [InlineData("I'm Þórdís Jónsdóttir, from Akureyri.", "Þórdís Jónsdóttir")]
    [InlineData("\"It is late,\" says Kobayashi.", "Kobayashi")]
    [InlineData("The founders are Novák and Jiménez.", "Novák", "Jiménez")]
    [InlineData("Rose Park\nTel. +49 30 1234567", "Rose Park")]
    [InlineData("Merci à M. Lefèvre pour son aide.", "M. Lefèvre")]
    [InlineData("Pozdrawiam,\nAgnieszka Wiśniewska", "Agnieszka Wiśniewska")]
    [InlineData("Prezado João Guimarães, segue a fatura.", "João Guimarães")]
    [InlineData("Groeten, Sjoerd van der Heijden", "Sjoerd van der Heijden")]
    [InlineData("my name is kasia and katarzyna nowak can help", "kasia", "katarzyna nowak")]
    [InlineData("mr. okafor called", "okafor")]
    public void Names_of_many_languages_are_found_to_their_ends(string text, params string[] names) =>
        Assert.Equal(names, FindPersonalData.Find(text).Where(datum => datum.Type == "PERSON").Select(datum => text[datum.Start..datum.End]));

    [Theory]
    [InlineData("We ship to 4711 Harjukuja 54, Apt. 12, Seinäjoki, Finland.", "4711 Harjukuja 54, Apt. 12, Seinäjoki, Finland")]
    [InlineData("Send it to P.O. Box 242 please.", "P.O. Box 242")]
    [InlineData("Postfach 1002, 10115 Berlin", "Postfach 1002, 10115 Berlin")]
    [InlineData("At 88 Slovenčeva 51\nSuite 6\n1000 Ljubljana", "88 Slovenčeva 51\nSuite 6\n1000 Ljubljana")]
    [InlineData("Via Giuseppe Verdi 12, 20121 Milano", "Via Giuseppe Verdi 12, 20121 Milano")]
    [InlineData("Calle de Alcalá 45, Madrid.", "Calle de Alcalá 45, Madrid")]
    [InlineData("ul. Marszałkowska 10, 00-590 Warszawa", "ul. Marszałkowska 10, 00-590 Warszawa")]
    [InlineData("Keizersgracht 123, 1015 Amsterdam", "Keizersgracht 123, 1015 Amsterdam")]
    public void An_address_is_found_with_its_unit_box_code_and_town(string text, string address)
    {
        var datum = Assert.Single(FindPersonalData.Find(text));

        Assert.Equal("ADDRESS", datum.Type);
        Assert.Equal(address, text[datum.Start..datum.End]);
    }

    [Theory]
    [InlineData("The Customer Support Team will contact you in May about Grant Agreement 12.")]
    [InlineData("Rose prices in Paris and Victoria rose; the Jordan River Project in Georgia is on hold.")]
    [InlineData("Der Richter und der Fischer sprechen mit dem Kaiser über den Vertrag.")]
    [InlineData("Version RS032901 of the Expense Report, item 12/6. Considering this, we wait.")]
    [InlineData("It's done. You said We're late. I'd go. C'est tout.")]
    public void Words_that_could_be_names_are_left_where_nothing_says_so(string text) => Assert.Empty(Types(text));

    [Fact]
    public void A_family_name_that_stands_with_a_first_name_is_found_alone_too()
    {
        var found = FindPersonalData.Find("I spoke with Anna Schmidbauer. Then Schmidbauer called back.");

        Assert.Equal(["PERSON", "PERSON"], found.Select(datum => datum.Type));
    }

    [Fact]
    public void A_megabyte_of_digits_and_signs_is_read_in_time()
    {
        foreach (var unit in (string[])["1", "1 ", "12-", "a1:", "+1(", "@a.", "1.2.", "password:", "Anna ", "http://", "DE89", "(((", "12 Main ", "Mr. ", "A. ", "Dear Anna, ", "P.O. Box 1 ", "34 AB ", "Suite 1\n", "de van ", "Anna and "])
        {
            var text = string.Concat(Enumerable.Repeat(unit, (1 << 20) / unit.Length));
            var clock = System.Diagnostics.Stopwatch.StartNew();

            FindPersonalData.Find(text);

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{unit} took {clock.Elapsed}");
        }
    }
}
