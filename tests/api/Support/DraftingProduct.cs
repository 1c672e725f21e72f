using System.Text;
using static OutlookAssist.Tests.Api.Support.SmallPdf;
using static OutlookAssist.Tests.Api.Support.SmallZip;

namespace OutlookAssist.Tests.Api.Support;

/// <summary>A product with the documents of a small bicycle shop in every format and four languages.</summary>
public sealed class DraftingProduct : Product
{
    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var settled = await UploadAsync(
            ("returns.txt", Text("You may return a bicycle within 30 days after delivery.\n\nA refund reaches your bank account within 5 working days after we have received the bicycle.")),
            ("delivery.md", Text("# Delivery\n\n## Delivery times\n\nA bicycle is delivered within 4 working days by our own drivers.\n\n## Delivery fee\n\nDelivery costs 19 euros and is free above 500 euros.")),
            ("warranty.html", Text("<html><head><title>Warranty</title><script>alert('x')</script></head><body><h1>Warranty</h1><p>The <b>frame</b> has a warranty of <i>ten years</i> &amp; the battery one of two years.</p><p>Batteries &lt;250 Wh&gt; are excluded from recycling at our shop.</p></body></html>")),
            ("workshop.docx", Docx(P("Workshop", "<w:pStyle w:val=\"Heading1\"/>") + P("The workshop repairs punctures while you wait.") + P("An inspection of an electric bicycle costs 89 euros."))),
            ("catalogue.pdf", new SmallPdf().Titled("Catalogue")
                .Page(Line(72, 700, 18, "City bicycles", "F2") + Line(72, 660, 11, "The city bicycle Amsel weighs 14 kilograms and has seven gears."))
                .Page(Line(72, 700, 18, "Cargo bicycles", "F2") + Line(72, 660, 11, "The cargo bicycle Storch carries loads of up to 180 kilograms.")).ToBytes()),
            ("lieferung.txt", Text("Das Lastenrad Kranich wird innerhalb von sechs Werktagen nach Österreich geliefert.")),
            ("livraison.txt", Text("Le vélo Mésange est livré en Belgique sous huit jours ouvrables.")),
            ("entrega.txt", Text("La bicicleta Gorrión se entrega en las Islas Canarias en diez días laborables.")));
        Assert.All(settled, document => Assert.Equal("ready", document.GetProperty("state").GetString()));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>The bicycle shop, shared by the tests of drafting; they add nothing to its documents.</summary>
[CollectionDefinition(Name)]
public class DraftingCollection : ICollectionFixture<DraftingProduct>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "the bicycle shop";
}
