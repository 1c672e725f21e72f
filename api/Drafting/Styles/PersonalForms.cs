namespace OutlookAssist.Drafting.Styles;

/// <summary>How the person who answers greets and closes; null where the product's own words do.</summary>
/// <param name="Greeting">With <c>{name}</c> or <c>{firstName}</c> for the customer's name.</param>
/// <param name="Closing">The line above the signature that the mail client adds.</param>
internal sealed record PersonalForms(string? Greeting, string? Closing)
{
    /// <summary>The greeting with the name put in; without a name, the name's place goes.</summary>
    public static string Greet(string form, string? name) => name is null
        ? form.Replace(" {name}", "", StringComparison.Ordinal).Replace(" {firstName}", "", StringComparison.Ordinal).Replace("{name}", "", StringComparison.Ordinal).Replace("{firstName}", "", StringComparison.Ordinal)
        : form.Replace("{name}", name, StringComparison.Ordinal).Replace("{firstName}", name.Split(' ')[0], StringComparison.Ordinal);
}
