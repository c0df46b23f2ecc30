import heading from '@salesforce/label/c.Reinstate_UI_UndoHeading';
import planning from '@salesforce/label/c.Reinstate_UI_UndoPlanning';
import planFailed from '@salesforce/label/c.Reinstate_UI_UndoPlanFailed';
import stays from '@salesforce/label/c.Reinstate_UI_UndoStays';
import refused from '@salesforce/label/c.Reinstate_UI_UndoRefused';
import goesAway from '@salesforce/label/c.Reinstate_UI_UndoGoesAway';
import comesBack from '@salesforce/label/c.Reinstate_UI_UndoComesBack';
import cannot from '@salesforce/label/c.Reinstate_UI_UndoCannot';
import nothing from '@salesforce/label/c.Reinstate_UI_UndoNothing';
import confirm from '@salesforce/label/c.Reinstate_UI_UndoConfirm';
import executing from '@salesforce/label/c.Reinstate_UI_UndoExecuting';
import verifying from '@salesforce/label/c.Reinstate_UI_UndoVerifying';
import failed from '@salesforce/label/c.Reinstate_UI_UndoFailed';
import unchecked from '@salesforce/label/c.Reinstate_UI_UndoUnchecked';
import done from '@salesforce/label/c.Reinstate_UI_UndoDone';
import attention from '@salesforce/label/c.Reinstate_UI_UndoAttention';
import pending from '@salesforce/label/c.Reinstate_UI_UndoPending';
import cancel from '@salesforce/label/c.Reinstate_UI_UndoCancel';
import close from '@salesforce/label/c.Reinstate_UI_UndoClose';

/** Labels of the dialog that takes a restore back. */
export const labels = {
    heading,
    planning,
    planFailed,
    stays,
    refused,
    goesAway,
    comesBack,
    cannot,
    nothing,
    confirm,
    executing,
    verifying,
    failed,
    unchecked,
    done,
    attention,
    pending,
    cancel,
    close,
};
