using Microsoft.Data.Sqlite;

namespace OutlookAssist.Protection;

/// <summary>The file <c>keys.db</c>: the wrapped keys, apart from the content, so that making one never waits for a transaction on the content and never goes away with it.</summary>
internal sealed class KeyDatabase(string file)
{
    private const string Schema =
        "CREATE TABLE IF NOT EXISTS OrganisationKeys (Organisation TEXT NOT NULL, Version INTEGER NOT NULL, Wrapped BLOB NOT NULL, WrappedBy TEXT NOT NULL, CreatedTicks INTEGER NOT NULL, PRIMARY KEY (Organisation, Version)) WITHOUT ROWID;"
        + " CREATE TABLE IF NOT EXISTS Steps (Name TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID";

    private readonly Lock _making = new();
    private bool _made;

    /// <summary>All keys, the oldest of an organisation first.</summary>
    public IReadOnlyList<OrganisationKey> All() => Read("SELECT Organisation, Version, Wrapped, WrappedBy FROM OrganisationKeys ORDER BY Organisation, Version");

    /// <summary>The keys of one organisation, the oldest first.</summary>
    public IReadOnlyList<OrganisationKey> Of(string organisation) =>
        Read("SELECT Organisation, Version, Wrapped, WrappedBy FROM OrganisationKeys WHERE Organisation = $organisation ORDER BY Version", ("$organisation", organisation));

    /// <summary>Keeps a key; false when another process kept one of this version first.</summary>
    public bool Add(OrganisationKey key, DateTimeOffset now) => Write(
        "INSERT OR IGNORE INTO OrganisationKeys (Organisation, Version, Wrapped, WrappedBy, CreatedTicks) VALUES ($organisation, $version, $wrapped, $by, $now)",
        ("$organisation", key.Organisation), ("$version", key.Version), ("$wrapped", key.Wrapped), ("$by", key.WrappedBy), ("$now", now.UtcTicks)) > 0;

    /// <summary>Overwrites the keys of an organisation: what they sealed can never be read again, wherever a copy of it lies.</summary>
    public int Forget(string organisation) =>
        Write("UPDATE OrganisationKeys SET Wrapped = x'' WHERE Organisation = $organisation AND length(Wrapped) > 0", ("$organisation", organisation));

    /// <summary>Puts keys that another master key wraps in place of the same ones: all or none.</summary>
    public void Replace(IReadOnlyCollection<OrganisationKey> keys)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var key in keys)
        {
            using var command = Command(
                connection, "UPDATE OrganisationKeys SET Wrapped = $wrapped, WrappedBy = $by WHERE Organisation = $organisation AND Version = $version AND length(Wrapped) > 0",
                ("$organisation", key.Organisation), ("$version", key.Version), ("$wrapped", key.Wrapped), ("$by", key.WrappedBy));
            command.Transaction = transaction;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Whether something that is done once is done.</summary>
    public bool IsDone(string step)
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT COUNT(*) FROM Steps WHERE Name = $step", ("$step", step));
        return (long)command.ExecuteScalar()! > 0;
    }

    /// <summary>Remembers that it is done.</summary>
    public void Done(string step) => Write("INSERT OR IGNORE INTO Steps (Name) VALUES ($step)", ("$step", step));

    /// <summary>Forgets that it was done.</summary>
    public void Undo(string step) => Write("DELETE FROM Steps WHERE Name = $step", ("$step", step));

    /// <summary>Writes a whole copy to a file that does not exist yet, whoever writes meanwhile.</summary>
    public void CopyTo(string copy)
    {
        using var connection = Open();
        using var command = Command(connection, "VACUUM INTO $copy", ("$copy", copy));
        command.ExecuteNonQuery();
    }

    private List<OrganisationKey> Read(string text, params (string Name, object Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, text, parameters);
        using var reader = command.ExecuteReader();
        var keys = new List<OrganisationKey>();
        while (reader.Read())
        {
            keys.Add(new(reader.GetString(0), reader.GetInt32(1), (byte[])reader[2], reader.GetString(3)));
        }

        return keys;
    }

    private int Write(string text, params (string Name, object Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, text, parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ToString());
        connection.Open();
        // A key that was overwritten must not survive in a free page, and one that sealed something must survive a power cut.
        Run(connection, "PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;");
        lock (_making)
        {
            if (!_made)
            {
                Run(connection, Schema);
                _made = true;
            }
        }

        return connection;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = Command(connection, text);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string text, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
