using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OutlookAssist.Access;
using OutlookAssist.Data;
using OutlookAssist.Http;

namespace OutlookAssist.Knowledge;

/// <summary>A collection as it is shown.</summary>
internal sealed record CollectionView(string Name, CollectionReaders Readers);

/// <summary>The declared collections.</summary>
internal sealed record CollectionList(IReadOnlyList<CollectionView> Collections);

/// <summary>Declares who may read a collection; whoever manages documents does not decide it, and sees only those that name them.</summary>
internal sealed class ManageCollections(OutlookAssistDatabase database, KnownCollections known)
{
    private const int MostReaders = 100;
    private const int LongestReader = 200;
    private const int LongestName = 100;

    /// <summary>All declared ones to an administrator, to others those that they may read.</summary>
    public async Task<CollectionList> ListAsync(Caller caller, CancellationToken cancellation)
    {
        var all = await database.Set<KnowledgeCollection>().AsNoTracking().Where(collection => collection.Organisation == caller.Organisation).OrderBy(collection => collection.Name).ToListAsync(cancellation);
        return new CollectionList([.. all.Select(View).Where(view => caller.Roles.HasFlag(Roles.Admin) || view.Readers.Include(caller))]);
    }

    /// <summary>200 with what counts from now on, or 400 naming the field; readers that are all empty mean nobody.</summary>
    public async Task<Results<Ok<CollectionView>, ProblemHttpResult>> PutAsync(string name, CollectionReaders readers, Caller caller, CancellationToken cancellation)
    {
        if (!IsName(name) || name == KnowledgeScope.DefaultCollection)
        {
            return Problems.Validation("name", name == KnowledgeScope.DefaultCollection ? "The default collection is read by everybody. Put documents for few into another one." : $"A name has at most {LongestName} letters, digits, dots, hyphens and underscores.");
        }

        if ((readers.Roles ?? []).Any(role => !CollectionReaders.RoleNames.Contains(role, StringComparer.OrdinalIgnoreCase)))
        {
            return Problems.Validation("roles", $"Roles that read documents are {string.Join(", ", CollectionReaders.RoleNames)}.");
        }

        foreach (var (field, texts) in new[] { ("groups", readers.Groups ?? []), ("keys", readers.Keys ?? []) })
        {
            if (texts.Count > MostReaders || texts.Any(text => string.IsNullOrWhiteSpace(text) || text.Length > LongestReader || text.Any(char.IsControl)))
            {
                return Problems.Validation(field, $"Give at most {MostReaders}, none of them empty or longer than {LongestReader} characters.");
            }
        }

        var row = await database.Set<KnowledgeCollection>().FirstOrDefaultAsync(collection => collection.Organisation == caller.Organisation && collection.Name == name, cancellation);
        if (row is null)
        {
            database.Add(row = new KnowledgeCollection { Organisation = caller.Organisation, Name = name, Readers = "" });
        }

        row.Readers = JsonSerializer.Serialize(new CollectionReaders(readers.Roles ?? [], readers.Groups ?? [], readers.Keys ?? []));
        await database.SaveChangesAsync(cancellation);
        known.Forget();
        return TypedResults.Ok(View(row));
    }

    /// <summary>204; 409 while it holds documents, which would then be open to everybody.</summary>
    public async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string name, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWriteAsync(cancellation);
        if (await database.Set<KnowledgeCollection>().FirstOrDefaultAsync(collection => collection.Organisation == caller.Organisation && collection.Name == name, cancellation) is not { } row)
        {
            return Problems.NotFound("There is no collection of this name.");
        }

        if (await database.Set<KnowledgeDocument>().AnyAsync(document => document.Organisation == caller.Organisation && (document.Collection == name || document.Origin == name), cancellation))
        {
            return Problems.Conflict("This collection still holds documents, which would be open to everybody without it. Remove them first, those that can be brought back included.");
        }

        database.Remove(row);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        known.Forget();
        return TypedResults.NoContent();
    }

    /// <summary>Whether documents may be put there by this caller: it is the default one, or declared and the caller reads it.</summary>
    public async Task<bool> MayAddAsync(string name, Caller caller, CancellationToken cancellation) => (await known.ScopeOfAsync(caller, cancellation)).All.Contains(name, StringComparer.Ordinal);

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');

    private static CollectionView View(KnowledgeCollection collection) => new(collection.Name, JsonSerializer.Deserialize<CollectionReaders>(collection.Readers)!);
}
