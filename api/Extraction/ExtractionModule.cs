using OutlookAssist.Extraction.Providers;
using OutlookAssist.Settings;

namespace OutlookAssist.Extraction;

/// <summary>Text out of files: one reader a format, all within the same limits.</summary>
internal static class ExtractionModule
{
    /// <summary>Registers the readers and their limits.</summary>
    public static IServiceCollection AddExtraction(this IServiceCollection services)
    {
        services.AddSettings<ExtractionOptions>("Extraction");
        services.AddSingleton<PdfReader>();
        services.AddSingleton<ExtractText>();
        return services;
    }
}
