using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Privacy;
using OutlookAssist.Protection;
using OutlookAssist.Settings;

namespace OutlookAssist.LanguageModels;

/// <summary>The one door to models outside this process.</summary>
internal static class LanguageModelsModule
{
    /// <summary>Registers the settings, the doors and their book.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services)
    {
        services.AddSettings<LanguageModelOptions>("LanguageModel");
        services.AddSettings<EmbeddingOptions>("Embeddings");
        services.AddSingleton<ModelLedger>();
        services.AddSingleton<ModelDoor>();
        services.AddSingleton<EmbedTexts>();
        services.AddSingleton<LanguageModelHealth>();
        services.AddScoped<BrowseModelCalls>();
        services.AddScoped<IPersonRecords, DisclosuresOfPerson>();
        services.AddScoped<IRetainedRecords, OldDisclosures>();
        services.AddScoped<IRetainedRecords, OldModelCalls>();
        services.AddScoped<IOrganisationData, Calls>();
        services.AddScoped<IOrganisationData, Disclosures>();
        services.AddSealed(ModelDisclosureTable.Body);
        services.AddHealthChecks().AddCheck<LanguageModelHealth>("languageModel");
        return services;
    }

    /// <summary>The addresses below <c>/api/models</c>.</summary>
    public static void MapLanguageModels(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/models/calls", (int? limit, long? before, Caller caller, BrowseModelCalls browse, CancellationToken cancellation) => browse.HandleAsync(limit, before, caller, cancellation))
            .Allow(Roles.Admin | Roles.Auditor).WithTags("Models").WithName("ListModelCalls").WithSummary("The calls to language models, newest first, with tokens, cost and outcome").ProducesProblem(400);

    private sealed class Calls(OutlookAssistDatabase database) : IOrganisationData
    {
        public string Name => "modelCalls";

        public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
            database.ExecuteAsync("DELETE FROM ModelCalls WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
    }

    private sealed class Disclosures(OutlookAssistDatabase database) : IOrganisationData
    {
        public string Name => "modelDisclosures";

        public Task<int> DeleteAllAsync(string organisation, CancellationToken cancellation) =>
            database.ExecuteAsync("DELETE FROM ModelDisclosures WHERE Organisation = $organisation", cancellation, ("$organisation", organisation));
    }
}
