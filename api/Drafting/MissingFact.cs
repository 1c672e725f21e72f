using System.Globalization;

namespace OutlookAssist.Drafting;

/// <summary>What a reply may ask the sender for. A model only chooses from this list; the words are ours, so that no mail can make it ask for a password.</summary>
internal static class MissingFact
{
    /// <summary>What a model may name.</summary>
    public static readonly string[] Names = ["none", "order_number", "customer_number", "invoice_number", "product", "serial_number", "date", "quantity", "delivery_address", "photo", "error_message"];

    private static readonly Dictionary<string, (string Frame, string[] Facts)> Languages = new()
    {
        ["en"] = ("Could you please send us {0}?", ["your order number", "your customer number", "the invoice number", "the name of the product", "the serial number", "the date", "the quantity", "the delivery address", "a photo", "the error message"]),
        ["de"] = ("Könnten Sie uns bitte {0} mitteilen?", ["Ihre Bestellnummer", "Ihre Kundennummer", "die Rechnungsnummer", "den Namen des Produkts", "die Seriennummer", "das Datum", "die Menge", "die Lieferadresse", "mit einem Foto Näheres", "die Fehlermeldung"]),
        ["fr"] = ("Pourriez-vous nous communiquer {0} ?", ["votre numéro de commande", "votre numéro de client", "le numéro de facture", "le nom du produit", "le numéro de série", "la date", "la quantité", "l'adresse de livraison", "une photo", "le message d'erreur"]),
        ["es"] = ("¿Podría enviarnos {0}?", ["su número de pedido", "su número de cliente", "el número de factura", "el nombre del producto", "el número de serie", "la fecha", "la cantidad", "la dirección de entrega", "una foto", "el mensaje de error"]),
        ["it"] = ("Potrebbe indicarci {0}?", ["il numero d'ordine", "il Suo numero cliente", "il numero della fattura", "il nome del prodotto", "il numero di serie", "la data", "la quantità", "l'indirizzo di consegna", "una foto", "il messaggio di errore"]),
        ["pt"] = ("Poderia enviar-nos {0}?", ["o número da encomenda", "o seu número de cliente", "o número da fatura", "o nome do produto", "o número de série", "a data", "a quantidade", "o endereço de entrega", "uma fotografia", "a mensagem de erro"]),
        ["nl"] = ("Kunt u ons {0} sturen?", ["uw bestelnummer", "uw klantnummer", "het factuurnummer", "de naam van het product", "het serienummer", "de datum", "het aantal", "het afleveradres", "een foto", "de foutmelding"]),
    };

    /// <summary>The sentence that asks for it; null for none, or for something that is not on the list.</summary>
    public static string? Ask(string? name, string language)
    {
        var index = Array.IndexOf(Names, name) - 1;
        var (frame, facts) = Languages.GetValueOrDefault(language.Split('-')[0], Languages["en"]);
        return index < 0 ? null : string.Format(CultureInfo.InvariantCulture, frame, facts[index]);
    }
}
