using System.Globalization;
using OutlookAssist.Access;
using OutlookAssist.Classification;
using OutlookAssist.Drafting.Checks;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting.SavedReplies;

/// <summary>What a placeholder of a saved reply may stand for: names that are plain names, and numbers that our own reading found in the mail. Never a free text of the sender.</summary>
internal static class ReplyValues
{
    private const int LongestValue = 60;

    private static readonly string[] FromMail = ["order_number", "invoice_number", "ticket_number", "tracking_number", "customer_number", "contract_number", "reference_number", "serial_number"];

    /// <summary>Every placeholder there is.</summary>
    public static readonly IReadOnlyList<string> Names = ["customer.name", "customer.firstName", "agent.name", "today", .. FromMail];

    /// <summary>What stands where a value is not known; a person fills it in.</summary>
    public static string OpenPlace(string name) => $"[{name.Replace('.', ' ').Replace('_', ' ').Replace("firstName", "first name", StringComparison.Ordinal)}]";

    /// <summary>The values of one mail.</summary>
    public static IReadOnlyDictionary<string, string> Of(ReadableMessage mail, MessageClassification classification, Caller caller, string language, DateTimeOffset now)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (SenderName.Of(mail.Message.From) is { } sender)
        {
            values["customer.name"] = sender;
            values["customer.firstName"] = sender.Split(' ')[0];
        }

        // The one person of a machine without sign-in has no name that we know.
        if (!caller.IsKey && caller.Person != Caller.Local.Person && SenderName.Of(new MailAddress(caller.Name)) is { } agent)
        {
            values["agent.name"] = agent;
        }

        values["today"] = now.ToString("D", CultureOf(language));
        foreach (var entity in classification.Entities.Where(entity => FromMail.Contains(entity.Type) && entity.Text.Length <= LongestValue && !LinksIn.AreUnfit(entity.Text, "")))
        {
            values.TryAdd(entity.Type, entity.Text);
        }

        return values;
    }

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
