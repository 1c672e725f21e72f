using OutlookAssist.Data;

namespace OutlookAssist.Jobs;

/// <summary>Tells which of the processes that share a database still live: each holds a lock that the operating system ends with it, whatever the clock says.</summary>
internal sealed class LivingProcess : IDisposable
{
    private readonly string _folder;
    private readonly FileStream _claim;

    /// <summary>Takes a name for this process and the lock that goes with it.</summary>
    public LivingProcess(DataDirectory directory)
    {
        _folder = directory.Workers;
        Name = Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(Path.Combine(_folder, Name));
        _claim = new FileStream(FileOf(Name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The name under which this process claims jobs.</summary>
    public string Name { get; }

    /// <summary>Whether the process of this name has certainly ended; false also for a name that we know nothing about.</summary>
    public bool HasEnded(string name)
    {
        if (name == Name || !Guid.TryParseExact(name, "N", out _))
        {
            return false;
        }

        try
        {
            using var taken = new FileStream(FileOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        Forget(name);
        return true;
    }

    /// <summary>Removes what processes left that were killed.</summary>
    public void ForgetEnded()
    {
        foreach (var folder in Directory.EnumerateDirectories(_folder))
        {
            HasEnded(Path.GetFileName(folder));
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _claim.Dispose();
        Forget(Name);
    }

    private string FileOf(string name) => Path.Combine(_folder, name, DataDirectory.ClaimName);

    private void Forget(string name)
    {
        try
        {
            Directory.Delete(Path.Combine(_folder, name), recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process tidies up at the same moment, or the next one will.
        }
    }
}
