using OutlookAssist.Access;
using OutlookAssist.Classification;
using OutlookAssist.Knowledge;
using OutlookAssist.Language;
using OutlookAssist.Mailboxes;

namespace OutlookAssist.Drafting;

/// <summary>Finds what a mail asks, and for each question the passages that may answer it.</summary>
internal sealed class SearchForMail(SearchKnowledge search, KnownCollections collections)
{
    private const double SureOfLanguage = 0.8;
    private const int PassagesPerQuestion = 30;
    private const int MostQuestions = 12;
    private const int FewWords = 40;

    /// <summary>The questions in the order of the mail; none of a mail that a program sent.</summary>
    public async Task<IReadOnlyList<(MailRequest Request, KnowledgeFindings Findings)>> FindAsync(ReadableMessage mail, MessageClassification classification, Caller caller, CancellationToken cancellation)
    {
        if (classification.Automatic.IsAutomatic)
        {
            return [];
        }

        var readable = await collections.ScopeOfAsync(caller, cancellation);
        var found = new List<(MailRequest, KnowledgeFindings)>();
        var language = classification.Language.Tag;
        var subject = mail.Message.Subject ?? "";
        var requests = FindRequests.Find(mail.NewText, language);
        if (requests.Count == 0)
        {
            requests = FindRequests.Find(subject, language); // Some people ask in the subject only.
        }

        // An order to an assistant is no question of a customer: it is warned of and not answered.
        foreach (var request in requests.Where(request => !InjectionSigns.In(request.Text)).Take(MostQuestions))
        {
            // A short question leans on the subject and on what was said around it.
            var context = request.Text.Length <= FewWords ? $"{subject}\n{Around(mail.NewText, request)}" : subject;
            found.Add((request, await search.FindAsync(new KnowledgeQuestion(caller.Organisation, request.Text, SpokenIn(request.Text, language), context) { Also = readable.Also }, PassagesPerQuestion, cancellation)));
        }

        return found;
    }

    /// <summary>A question may be in another language than most of its mail, forwarded or quoted for instance.</summary>
    private static string SpokenIn(string question, string mailLanguage) =>
        LanguageDetector.Detect(question) is { Confidence: >= SureOfLanguage } guess ? guess.Tag : mailLanguage;

    private static string Around(string text, MailRequest request)
    {
        const int reach = 200;
        var start = Math.Max(0, request.Start - reach);
        return text[start..Math.Min(text.Length, request.Start)];
    }
}
