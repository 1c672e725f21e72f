namespace OutlookAssist.Review;

/// <summary>Drafts that nobody asked for are looked at by a person before they count.</summary>
internal static class ReviewModule
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddSingleton<OfferForReview>();
        return services;
    }
}
