using Microsoft.AspNetCore.Http.HttpResults;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Privacy;

/// <summary>Whom to forget.</summary>
/// <param name="Address">The person's mail address.</param>
/// <param name="KeepDocuments">Leaves the organisation's own documents that name the address, and only counts them.</param>
internal sealed record ErasureRequest(string? Address = null, bool KeepDocuments = false);

/// <summary>What was forgotten.</summary>
/// <param name="Erased">Records removed, by the name of their store.</param>
/// <param name="Kept">Records that name the address and were left because the request says so.</param>
/// <param name="FilesClean">True when nothing of it is left in the files either; false when a long reading kept the log of the database from being emptied: ask again.</param>
internal sealed record ErasureAnswer(IReadOnlyDictionary<string, int> Erased, IReadOnlyDictionary<string, int> Kept, bool FilesClean);

/// <summary>Forgets a person: every store by itself, then what is left of it in the files. Done again it finds nothing more.</summary>
internal sealed class ErasePerson(IEnumerable<IPersonRecords> stores, CleanDatabase clean)
{
    /// <summary>The numbers by store, or 400 for what is no address; the trail tells how many and not whose.</summary>
    public async Task<Results<Ok<ErasureAnswer>, ProblemHttpResult>> HandleAsync(ErasureRequest request, Caller caller, HttpContext context, CancellationToken cancellation)
    {
        if (!PersonAddress.TryRead(request.Address, out var address))
        {
            return Problems.Validation("address", "Give one mail address, such as ana@example.com.");
        }

        var (erased, kept) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var store in stores)
        {
            if (request.KeepDocuments && store.Name == ExportPerson.Documents)
            {
                kept[store.Name] = await ExportPerson.CountAsync(store, caller.Organisation, address, cancellation);
            }
            else
            {
                erased[store.Name] = erased.GetValueOrDefault(store.Name) + await store.EraseAsync(caller.Organisation, address, cancellation);
            }
        }

        var isClean = await clean.RewriteAsync(cancellation);
        context.Features.Set(new RecordedTarget(Summary(erased)));
        return TypedResults.Ok(new ErasureAnswer(erased, kept, isClean));
    }

    /// <summary>Counts for the trail.</summary>
    public static string Summary(IReadOnlyDictionary<string, int> counts) => string.Join(' ', counts.Where(count => count.Value > 0).Select(count => $"{count.Key}={count.Value}"));
}
