using OutlookAssist.Drafting.SavedReplies;

namespace OutlookAssist.Tests.Api.Drafting.SavedReplies;

/// <summary>A template fills values in and does nothing else.</summary>
public class ReplyTemplateTests
{
    private static readonly Dictionary<string, string> Values = new() { ["customer.name"] = "Ana <b>Ruiz</b>", ["order_number"] = "A-1" };

    [Theory]
    [InlineData("Order {{order_number}}.", "Order A-1.")]
    [InlineData("Order {{ order_number }}.", "Order A-1.")]
    [InlineData("{{customer.name}} & Co", "Ana <b>Ruiz</b> & Co")]
    [InlineData("Invoice {{invoice_number}}.", "Invoice [invoice number].")]
    [InlineData("{{customer.firstName}}", "[customer first name]")]
    [InlineData("{{#if order_number}}Yes {{order_number}}{{else}}No{{/if}}.", "Yes A-1.")]
    [InlineData("{{#if invoice_number}}Yes{{else}}No{{/if}}.", "No.")]
    [InlineData("{{#unless invoice_number}}None{{/unless}}.", "None.")]
    [InlineData("No braces } { here", "No braces } { here")]
    [InlineData("first\r\nsecond", "first\nsecond")]
    public void Placeholders_are_filled_in_and_unknown_values_stay_open(string template, string text)
    {
        var read = ReplyTemplate.Read(template, out var fault);
        Assert.Null(fault);
        Assert.Equal(text, read!.Fill(Values));
    }

    [Theory]
    [InlineData("one\ntwo {{colour}}", "Line 2: there is no placeholder {{colour}}")]
    [InlineData("{{#each orders}}x{{/each}}", "Line 1: {{#each orders}} is not allowed")]
    [InlineData("{{#with customer}}x{{/with}}", "{{#with customer}} is not allowed")]
    [InlineData("{{{customer.name}}}", "Line 1")]
    [InlineData("{{&customer.name}}", "is not allowed")]
    [InlineData("{{> other}}", "is not allowed")]
    [InlineData("{{#> layout}}", "is not allowed")]
    [InlineData("{{* inline}}", "is not allowed")]
    [InlineData("{{lookup this 'x'}}", "is not allowed")]
    [InlineData("{{../secret}}", "is not allowed")]
    [InlineData("{{@root}}", "is not allowed")]
    [InlineData("{{customer.name.Length}}", "there is no placeholder")]
    [InlineData("{{order_number", "does not end")]
    [InlineData("{{#if order_number}}x", "{{#if}} is never closed")]
    [InlineData("x{{/if}}", "closes nothing")]
    [InlineData("{{else}}", "closes nothing")]
    [InlineData("{{#if order_number}}x{{/unless}}", "closes nothing")]
    [InlineData("{{#if nobody}}x{{/if}}", "there is no placeholder {{nobody}}")]
    [InlineData("\\{{order_number}}", "Line 1")]
    public void Anything_else_is_refused_with_its_line_and_a_remedy(string template, string part)
    {
        Assert.Null(ReplyTemplate.Read(template, out var fault));
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_cannot_be_made_to_grow() =>
        Assert.Null(ReplyTemplate.Read(string.Concat(Enumerable.Repeat("{{today}}", 201)), out _));

    [Fact]
    public void A_value_is_never_read_as_a_template() =>
        Assert.Equal("{{order_number}}", ReplyTemplate.Read("{{customer.name}}", out _)!.Fill(new Dictionary<string, string> { ["customer.name"] = "{{order_number}}" }));
}
