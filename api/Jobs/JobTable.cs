using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OutlookAssist.Jobs;

/// <summary>How jobs are stored.</summary>
internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("Jobs");
        builder.HasKey(job => job.Id);
        builder.Property(job => job.Organisation).HasDefaultValue("");
        builder.Property(job => job.Priority).HasDefaultValue(JobPlace.Normal).ValueGeneratedNever();
        // The next of a kind is found without reading past the others; the lane is there so that full ones are passed over inside the index.
        builder.HasIndex(job => new { job.State, job.Kind, job.OrderTicks, job.Lane });
        builder.HasIndex(job => new { job.State, job.RunAfterTicks });
    }
}
