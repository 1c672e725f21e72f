using Microsoft.Data.Sqlite;

namespace OutlookAssist.Backups;

/// <summary>Folders and files that only their owner may enter, and databases looked at without a trace.</summary>
internal static class Folders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder for its owner only.</summary>
    public static void CreateOwned(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>How a new file for its owner only is made.</summary>
    public static FileStreamOptions OwnedFile()
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnly;
        }

        return how;
    }

    /// <summary>The file at a path with slashes below a folder; a path that leads out of it is refused.</summary>
    public static string Below(string folder, string place)
    {
        var path = Path.GetFullPath(Path.Combine(folder, place.Replace('/', Path.DirectorySeparatorChar)));
        return path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new BackupException("The backup names a file outside of itself. Nothing was changed.");
    }

    /// <summary>Opens a copied database without writing to it.</summary>
    public static string ReadOnly(string database) => new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();

    /// <summary>Lets SQLite look through the whole database.</summary>
    public static void RefuseBroken(string database)
    {
        try
        {
            using var connection = new SqliteConnection(ReadOnly(database));
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if ((string?)command.ExecuteScalar() is not "ok")
            {
                throw new BackupException($"{Path.GetFileName(database)} is damaged.");
            }
        }
        catch (SqliteException failure)
        {
            throw new BackupException($"{Path.GetFileName(database)} is damaged.", failure);
        }
    }
}
