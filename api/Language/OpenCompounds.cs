using System.Collections.Frozen;

namespace OutlookAssist.Language;

/// <summary>English words that some write apart, some with a hyphen and some as one: "log in", "in-network", "innetwork" must meet.</summary>
internal static class OpenCompounds
{
    // Stored as one word; a pair or triple of neighbours that reads so is also searched as one.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joined = FrozenSet.ToFrozenSet(
        """
        innetwork outofnetwork outnetwork inpatient outpatient copay copayment copays copayments coinsurance preauthorization preapproval
        login logins logon logout logoff signup signin signon signoff signout setup setups checkin checkout backup backups optin optout startup shutdown
        rollout rollback plugin plugins addon addons followup timeout uptime downtime buyout payout workaround
        email emails online offline onsite offsite onboarding website websites webpage homepage username usernames password passwords passcode helpdesk
        database databases dataset workflow workflows workplace worksheet spreadsheet timesheet deadline deadlines whitelist blacklist lifetime realtime
        fulltime parttime overtime healthcare childcare daycare paperwork passport payroll paycheck payslip firewall hardware software voicemail
        smartphone desktop laptop touchpad handheld freelance wellbeing selfservice multifactor twofactor multiuser nonprofit
        reimbursement postpaid prepaid prepay underpaid overpaid overcharge overcharged doublecharged mailbox mailboxes inbox outbox
        screenshot screenshots barcode qrcode zipcode postcode lineitem giftcard
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The longest of them, so that longer joins are not looked up.</summary>
    public const int Longest = 20;

    public static bool Contains(ReadOnlySpan<char> joined) => Joined.Contains(joined);
}
