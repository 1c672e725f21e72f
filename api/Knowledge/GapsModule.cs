using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Jobs;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;

namespace OutlookAssist.Knowledge;

/// <summary>Questions that no document answers: collected, grouped, shown, answered.</summary>
internal static class GapsModule
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddGaps(this IServiceCollection services)
    {
        services.AddScoped<CollectQuestions>();
        services.AddScoped<BrowseGaps>();
        services.AddScoped<AnswerGap>();
        services.AddJob<QuestionsAsked, GroupQuestions>();
        services.AddScoped<IOrganisationData, CollectedQuestions>();
        services.AddSealed(KnowledgeGapTable.Question, KnowledgeGapTable.Stems, KnowledgeGapTable.Wordings, KnowledgeGapTable.Asked);
        return services;
    }

    /// <summary>The addresses below <c>/api/knowledge/gaps</c>.</summary>
    public static void MapGaps(this IEndpointRouteBuilder routes)
    {
        var gaps = routes.MapGroup("/api/knowledge/gaps").WithTags("Knowledge").Allow(Roles.KnowledgeAdmin, Scopes.KnowledgeWrite);
        gaps.MapGet("/", (int? limit, string? cursor, Caller caller, BrowseGaps browse, CancellationToken cancellation) => browse.ListAsync(limit, cursor, caller, cancellation))
            .WithName("ListGaps").WithSummary("Questions that drafts left open, masked and grouped, the most asked first").ProducesProblem(400);
        gaps.MapPost("/{id:long}/answer", (long id, GapAnswer answer, Caller caller, AnswerGap use, CancellationToken cancellation) => use.HandleAsync(id, answer, caller, cancellation))
            .RecordAs("gap.answered").WithName("AnswerGap").WithSummary("Turn an open question into a document").ProducesProblem(400).ProducesProblem(404);
        gaps.MapDelete("/{id:long}", (long id, Caller caller, BrowseGaps browse, CancellationToken cancellation) => browse.DismissAsync(id, caller, cancellation))
            .RecordAs("gap.dismissed").WithName("DismissGap").WithSummary("Say that a question needs no answer").ProducesProblem(404);
    }

    private sealed class CollectedQuestions(OutlookAssistDatabase database) : IOrganisationData
    {
        public string Name => "gaps";

        public async Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation)
        {
            database.RemoveRange(await database.Set<AskedQuestion>().Where(question => question.Organisation == organisation).ToListAsync(cancellation));
            var gaps = await database.Set<KnowledgeGap>().Where(gap => gap.Organisation == organisation).ToListAsync(cancellation);
            database.RemoveRange(gaps);
            await database.SaveChangesAsync(cancellation);
            return gaps.Count;
        }
    }
}
