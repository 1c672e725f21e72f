using OutlookAssist.Knowledge;

namespace OutlookAssist.Tests.Api.Knowledge;

public class ShortFormTests
{
    [Theory]
    [InlineData("Ask for Coordination of Benefits (COB) first.", "cob", "coordin benefit")]
    [InlineData("The RMA (return merchandise authorisation) is a number.", "rma", "return merchandis authoris")]
    [InlineData("(Chapter 2) Ask for the coordination of benefits (COB).", "cob", "coordin benefit")]
    [InlineData("Talk to the human resources (HR) team.", "hr", "human resourc")]
    [InlineData("We use a single page application (SPA) everywhere.", "spa", "singl page applic")]
    public void What_a_document_explains_in_brackets_is_read(string text, string form, string words)
    {
        var found = Assert.Single(ShortForm.In(text, "en"));
        Assert.Equal((form, words), (found.Short, string.Join(' ', found.Long)));
    }

    [Theory]
    [InlineData("Delivery is free (from 500 EUR).")]
    [InlineData("He lives in Boston (USA).")]
    [InlineData("Open daily (except Mondays) and (see page 3).")]
    [InlineData("((((")]
    [InlineData("(COB) stands first; so does  (COB) behind two blanks and , (COB) behind a comma.")]
    [InlineData("An open end (COB")]
    [InlineData("NATO ()")]
    [InlineData("")]
    public void Other_brackets_explain_nothing(string text) => Assert.Empty(ShortForm.In(text, "en"));
}
