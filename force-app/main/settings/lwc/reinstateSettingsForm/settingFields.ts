import { labels } from 'c/reinstateSettingsLabels';

type Settings = Reinstate.RestoreSettingsView;

/** One setting as the form shows it. */
export interface SettingField {
    name: keyof Settings;
    kind: 'flag' | 'number' | 'text' | 'names' | 'choice';
    label: string;
    help: string;
    /** Bounds of a number, as Apex checks them. */
    least?: number;
    most?: number;
}

/** Settings that belong together. */
export interface SettingGroup {
    heading: string;
    fields: SettingField[];
}

export const CHOICES: { value: Settings['defaultAccessChoice']; label: string }[] = [
    { value: 'all', label: labels.choiceAll },
    { value: 'least', label: labels.choiceLeast },
    { value: 'pick', label: labels.choicePick },
];

function flag(name: keyof Settings, label: string, help: string): SettingField {
    return { name, kind: 'flag', label, help };
}

function number(name: keyof Settings, label: string, help: string, least: number, most: number): SettingField {
    return { name, kind: 'number', label, help, least, most };
}

export const GROUPS: SettingGroup[] = [
    {
        heading: labels.groupRestore,
        fields: [
            flag('confirmBeforeRestore', labels.confirm, labels.confirmHelp),
            { name: 'defaultAccessChoice', kind: 'choice', label: labels.choice, help: labels.choiceHelp },
            flag('sendPasswordMail', labels.mail, labels.mailHelp),
            number('extensionDays', labels.extension, labels.extensionHelp, 1, 3650),
            number('lowSeatPercent', labels.lowSeats, labels.lowSeatsHelp, 0, 100),
        ],
    },
    {
        heading: labels.groupPolicy,
        fields: [
            flag('reasonRequired', labels.reason, labels.reasonHelp),
            flag('ticketRequired', labels.ticket, labels.ticketHelp),
            { name: 'ticketPattern', kind: 'text', label: labels.pattern, help: labels.patternHelp },
        ],
    },
    {
        heading: labels.groupRisk,
        fields: [
            {
                name: 'highRiskPermissions',
                kind: 'names',
                label: labels.riskPermissions,
                help: labels.riskPermissionsHelp,
            },
            { name: 'highRiskProfiles', kind: 'names', label: labels.riskProfiles, help: labels.riskProfilesHelp },
            { name: 'highRiskSets', kind: 'names', label: labels.riskSets, help: labels.riskSetsHelp },
        ],
    },
    {
        heading: labels.groupMemory,
        fields: [
            flag('takesSnapshots', labels.snapshots, labels.snapshotsHelp),
            number('snapshotRetentionDays', labels.snapshotDays, labels.snapshotDaysHelp, 30, 36500),
            number('recordRetentionDays', labels.recordDays, labels.recordDaysHelp, 30, 36500),
            number('baselineVersionDays', labels.versionDays, labels.versionDaysHelp, 30, 3650),
        ],
    },
];
