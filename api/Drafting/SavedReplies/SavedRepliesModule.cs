using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Privacy;

namespace OutlookAssist.Drafting.SavedReplies;

/// <summary>The library of saved replies: everybody who drafts reads it, those who keep the knowledge write it.</summary>
internal static class SavedRepliesModule
{
    /// <summary>Registers the library.</summary>
    public static IServiceCollection AddSavedReplies(this IServiceCollection services) => services
        .AddScoped<ManageSavedReplies>()
        .AddScoped<SavedReplySource>()
        .AddScoped<IOrganisationData, Library>();

    /// <summary>The addresses below <c>/api/saved-replies</c>.</summary>
    public static void MapSavedReplies(this IEndpointRouteBuilder routes)
    {
        var replies = routes.MapGroup("/api/saved-replies").WithTags("Saved replies").Allow(Roles.KnowledgeAdmin, Scopes.KnowledgeWrite).ProducesProblem(400).ProducesProblem(415);
        replies.MapGet("/", (Caller caller, ManageSavedReplies manage, CancellationToken cancellation) => manage.ListAsync(caller, cancellation))
            .Allow(Roles.Readers, Scopes.KnowledgeRead | Scopes.Drafts).WithName("ListSavedReplies").WithSummary("The saved replies, and the placeholders they may use");
        replies.MapPost("/", (SavedReplyContent content, Caller caller, ManageSavedReplies manage, CancellationToken cancellation) => manage.CreateAsync(content, caller, cancellation))
            .RecordAs("saved-reply.created").WithName("CreateSavedReply").WithSummary("Write a saved reply; drafts may use and cite it at once").ProducesProblem(409);
        replies.MapPut("/{id}", (string id, SavedReplyContent content, Caller caller, ManageSavedReplies manage, CancellationToken cancellation) => manage.ReplaceAsync(id, content, caller, cancellation))
            .RecordAs("saved-reply.changed").WithName("ReplaceSavedReply").WithSummary("Write a saved reply anew").ProducesProblem(404).ProducesProblem(409);
        replies.MapDelete("/{id}", (string id, Caller caller, ManageSavedReplies manage, CancellationToken cancellation) => manage.RemoveAsync(id, caller, cancellation))
            .RecordAs("saved-reply.removed").WithName("RemoveSavedReply").WithSummary("Remove a saved reply").ProducesProblem(404);
        replies.MapPost("/templates/trial", (SavedReplyTrial trial) => ManageSavedReplies.Try(trial))
            .WithName("TrySavedReply").WithSummary("Fill a text in with values; nothing is kept");
    }

    private sealed class Library(OutlookAssistDatabase database) : IOrganisationData
    {
        public string Name => "savedReplies";

        public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
            database.ExecuteAsync("DELETE FROM SavedReplies WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
    }
}
