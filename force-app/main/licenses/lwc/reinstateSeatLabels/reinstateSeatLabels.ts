import packagesHeading from '@salesforce/label/c.Reinstate_UI_PackagesHeading';
import packagesHelp from '@salesforce/label/c.Reinstate_UI_PackagesHelp';
import packagesLoading from '@salesforce/label/c.Reinstate_UI_PackagesLoading';
import packagesFailed from '@salesforce/label/c.Reinstate_UI_PackagesFailed';
import packagesNone from '@salesforce/label/c.Reinstate_UI_PackagesNone';
import packagesUsed from '@salesforce/label/c.Reinstate_UI_PackagesUsed';
import packagesWholeOrg from '@salesforce/label/c.Reinstate_UI_PackagesWholeOrg';
import packagesHeldOne from '@salesforce/label/c.Reinstate_UI_PackagesHeldOne';
import packagesHeldMany from '@salesforce/label/c.Reinstate_UI_PackagesHeldMany';
import packagesHeldNone from '@salesforce/label/c.Reinstate_UI_PackagesHeldNone';
import packagesRelease from '@salesforce/label/c.Reinstate_UI_PackagesRelease';
import packagesReleaseOf from '@salesforce/label/c.Reinstate_UI_PackagesReleaseOf';
import releaseHeading from '@salesforce/label/c.Reinstate_UI_ReleaseHeading';
import releaseLoading from '@salesforce/label/c.Reinstate_UI_ReleaseLoading';
import releaseLoadFailed from '@salesforce/label/c.Reinstate_UI_ReleaseLoadFailed';
import releaseExplain from '@salesforce/label/c.Reinstate_UI_ReleaseExplain';
import releaseAll from '@salesforce/label/c.Reinstate_UI_ReleaseAll';
import releaseMany from '@salesforce/label/c.Reinstate_UI_ReleaseMany';
import releaseNobody from '@salesforce/label/c.Reinstate_UI_ReleaseNobody';
import releaseConfirmOne from '@salesforce/label/c.Reinstate_UI_ReleaseConfirmOne';
import releaseConfirmMany from '@salesforce/label/c.Reinstate_UI_ReleaseConfirmMany';
import releaseWorking from '@salesforce/label/c.Reinstate_UI_ReleaseWorking';
import releaseFailed from '@salesforce/label/c.Reinstate_UI_ReleaseFailed';
import releaseDoneOne from '@salesforce/label/c.Reinstate_UI_ReleaseDoneOne';
import releaseDoneMany from '@salesforce/label/c.Reinstate_UI_ReleaseDoneMany';
import releaseNotDone from '@salesforce/label/c.Reinstate_UI_ReleaseNotDone';
import releaseCancel from '@salesforce/label/c.Reinstate_UI_ReleaseCancel';
import releaseClose from '@salesforce/label/c.Reinstate_UI_ReleaseClose';

/** Labels of the seats of managed packages. */
export const labels = {
    heading: packagesHeading,
    help: packagesHelp,
    loading: packagesLoading,
    failed: packagesFailed,
    none: packagesNone,
    used: packagesUsed,
    wholeOrg: packagesWholeOrg,
    heldOne: packagesHeldOne,
    heldMany: packagesHeldMany,
    heldNone: packagesHeldNone,
    release: packagesRelease,
    releaseOf: packagesReleaseOf,
};

/** Labels of the dialog that releases seats. */
export const releaseLabels = {
    heading: releaseHeading,
    loading: releaseLoading,
    loadFailed: releaseLoadFailed,
    explain: releaseExplain,
    all: releaseAll,
    many: releaseMany,
    nobody: releaseNobody,
    confirmOne: releaseConfirmOne,
    confirmMany: releaseConfirmMany,
    working: releaseWorking,
    failed: releaseFailed,
    doneOne: releaseDoneOne,
    doneMany: releaseDoneMany,
    notDone: releaseNotDone,
    cancel: releaseCancel,
    close: releaseClose,
};
