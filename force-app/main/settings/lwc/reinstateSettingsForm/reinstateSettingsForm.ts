import { LightningElement, api } from 'lwc';
import save from '@salesforce/apex/RestoreSettingsController.save';
import { errorMessages } from 'c/reinstateErrors';
import { labels } from 'c/reinstateSettingsLabels';
import { CHOICES, GROUPS } from './settingFields';
import type { SettingField } from './settingFields';

type Settings = Reinstate.RestoreSettingsView;

interface ShownField extends SettingField {
    isFlag: boolean;
    isNumber: boolean;
    isText: boolean;
    isNames: boolean;
    isChoice: boolean;
    value: Settings[keyof Settings] | '';
}

interface Field extends HTMLElement {
    reportValidity(): boolean;
    setCustomValidity(message: string): void;
}

function isPattern(text: string): boolean {
    try {
        return new RegExp(text) instanceof RegExp;
    } catch {
        return false;
    }
}

/** All settings with what they mean. Fires `statechange` with everything as it is after saving. */
export default class ReinstateSettingsForm extends LightningElement {
    labels = labels;
    choices = CHOICES;

    @api canConfigure = false;

    /** As they are stored. They are read again while other things run, so what was typed meanwhile stays. */
    @api settings: Settings | undefined;

    changes: Partial<Record<keyof Settings, Settings[keyof Settings]>> = {};
    isSaving = false;
    savedText = '';
    messages: string[] = [];

    get isLocked(): boolean {
        return !this.canConfigure || this.isSaving;
    }

    get groups(): { heading: string; fields: ShownField[] }[] {
        return GROUPS.map(({ heading, fields }) => ({
            heading,
            fields: fields.map((field) => ({
                ...field,
                isFlag: field.kind === 'flag',
                isNumber: field.kind === 'number',
                isText: field.kind === 'text',
                isNames: field.kind === 'names',
                isChoice: field.kind === 'choice',
                value: this.changes[field.name] ?? this.settings?.[field.name] ?? '',
            })),
        }));
    }

    get isChanged(): boolean {
        return Object.keys(this.changes).length > 0;
    }

    get cannotSave(): boolean {
        return this.isSaving || !this.isChanged;
    }

    get saveLabel(): string {
        return this.isSaving ? labels.saving : labels.save;
    }

    get hasFailed(): boolean {
        return this.messages.length > 0;
    }

    handleFlag(event: CustomEvent<{ checked: boolean }>): void {
        this.change(event, event.detail.checked);
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.change(event, event.detail.value);
    }

    handleNumber(event: CustomEvent<{ value: string | number }>): void {
        const { value } = event.detail;
        this.change(event, value === '' ? '' : Number(value));
    }

    handleDiscard(): void {
        this.changes = {};
        this.messages = [];
        this.savedText = '';
    }

    async handleSave(): Promise<void> {
        this.savedText = '';
        this.messages = [];
        if (!this.isValid() || !this.settings) {
            return;
        }
        this.isSaving = true;
        try {
            const settings = { ...this.settings, ...this.changes } as Settings;
            const state = (await save({ settings: { ...settings, ...this.emptied(settings) } })) as never;
            this.changes = {};
            this.savedText = labels.saved;
            this.dispatchEvent(new CustomEvent('statechange', { detail: state }));
        } catch (error) {
            this.messages = errorMessages(error);
        }
        this.isSaving = false;
    }

    /** To Apex null means "keep", so a text that was emptied is sent as an empty one. */
    private emptied(
        settings: Settings,
    ): Pick<Required<Settings>, 'ticketPattern' | 'highRiskPermissions' | 'highRiskProfiles' | 'highRiskSets'> {
        return {
            ticketPattern: settings.ticketPattern ?? '',
            highRiskPermissions: settings.highRiskPermissions ?? '',
            highRiskProfiles: settings.highRiskProfiles ?? '',
            highRiskSets: settings.highRiskSets ?? '',
        };
    }

    /** What is set back to what is stored is no change. */
    private change(event: Event, value: Settings[keyof Settings]): void {
        const name = (event.currentTarget as HTMLElement).dataset.name as keyof Settings;
        const { [name]: _, ...others } = this.changes;
        const isStored = value === (this.settings?.[name] ?? '');
        this.changes = isStored ? others : { ...others, [name]: value };
        this.savedText = '';
    }

    private isValid(): boolean {
        const fields = [...(this.template?.querySelectorAll<Field>('[data-validate]') ?? [])];
        for (const field of fields) {
            if (field.dataset.name === 'ticketPattern') {
                field.setCustomValidity(isPattern(String(this.changes.ticketPattern ?? '')) ? '' : labels.patternBad);
            }
        }
        return fields.map((field) => field.reportValidity()).every(Boolean);
    }
}
