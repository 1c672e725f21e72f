using OutlookAssist.Settings;

namespace OutlookAssist.LanguageModels;

/// <summary>The one door to models outside this process.</summary>
internal static class LanguageModelsModule
{
    /// <summary>Registers the settings and the door to embeddings.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services)
    {
        services.AddSettings<EmbeddingOptions>("Embeddings");
        services.AddSingleton<EmbedTexts>();
        return services;
    }
}
