import heading from '@salesforce/label/c.Reinstate_UI_ActivityHeading';
import statusFilter from '@salesforce/label/c.Reinstate_UI_ActivityStatusFilter';
import loading from '@salesforce/label/c.Reinstate_UI_ActivityLoading';
import loadFailed from '@salesforce/label/c.Reinstate_UI_ActivityLoadFailed';
import loadMore from '@salesforce/label/c.Reinstate_UI_ActivityLoadMore';
import emptyHeading from '@salesforce/label/c.Reinstate_UI_ActivityEmptyHeading';
import emptyText from '@salesforce/label/c.Reinstate_UI_ActivityEmptyText';
import byOperator from '@salesforce/label/c.Reinstate_UI_ActivityByOperator';
import failedOne from '@salesforce/label/c.Reinstate_UI_ActivityFailedOne';
import failedMany from '@salesforce/label/c.Reinstate_UI_ActivityFailedMany';
import statusPlanned from '@salesforce/label/c.Reinstate_UI_ActivityStatusPlanned';
import statusExecuted from '@salesforce/label/c.Reinstate_UI_ActivityStatusExecuted';
import statusPartlyExecuted from '@salesforce/label/c.Reinstate_UI_ActivityStatusPartlyExecuted';
import statusFailed from '@salesforce/label/c.Reinstate_UI_ActivityStatusFailed';
import statusVerified from '@salesforce/label/c.Reinstate_UI_ActivityStatusVerified';
import statusRefused from '@salesforce/label/c.Reinstate_UI_ActivityStatusRefused';
import statusOutcomeUnknown from '@salesforce/label/c.Reinstate_UI_ActivityStatusOutcomeUnknown';
import kindFilter from '@salesforce/label/c.Reinstate_UI_ActivityKindFilter';
import userFilter from '@salesforce/label/c.Reinstate_UI_ActivityUserFilter';
import operatorFilter from '@salesforce/label/c.Reinstate_UI_ActivityOperatorFilter';
import fromFilter from '@salesforce/label/c.Reinstate_UI_ActivityFromFilter';
import toFilter from '@salesforce/label/c.Reinstate_UI_ActivityToFilter';
import all from '@salesforce/label/c.Reinstate_UI_ActivityAll';
import filters from '@salesforce/label/c.Reinstate_UI_ActivityFilters';
import activeFilters from '@salesforce/label/c.Reinstate_UI_ActivityActiveFilters';
import pill from '@salesforce/label/c.Reinstate_UI_ActivityPill';
import removeFilter from '@salesforce/label/c.Reinstate_UI_ActivityRemoveFilter';
import clearFilters from '@salesforce/label/c.Reinstate_UI_ActivityClearFilters';
import filtersActive from '@salesforce/label/c.Reinstate_UI_ActivityFiltersActive';
import badSpan from '@salesforce/label/c.Reinstate_UI_ActivityBadSpan';
import nothingFits from '@salesforce/label/c.Reinstate_UI_ActivityNothingFits';
import nothingFitsText from '@salesforce/label/c.Reinstate_UI_ActivityNothingFitsText';
import shownOne from '@salesforce/label/c.Reinstate_UI_ActivityShownOne';
import shownMany from '@salesforce/label/c.Reinstate_UI_ActivityShownMany';
import shownMore from '@salesforce/label/c.Reinstate_UI_ActivityShownMore';
import exportCsv from '@salesforce/label/c.Reinstate_UI_ActivityExport';
import exporting from '@salesforce/label/c.Reinstate_UI_ActivityExporting';
import exported from '@salesforce/label/c.Reinstate_UI_ActivityExported';
import exportCut from '@salesforce/label/c.Reinstate_UI_ActivityExportCut';
import exportFailed from '@salesforce/label/c.Reinstate_UI_ActivityExportFailed';
import kindRestore from '@salesforce/label/c.Reinstate_UI_ActivityKindRestore';
import kindUndo from '@salesforce/label/c.Reinstate_UI_ActivityKindUndo';
import kindSeatRelease from '@salesforce/label/c.Reinstate_UI_ActivityKindSeatRelease';
import kindSettings from '@salesforce/label/c.Reinstate_UI_ActivityKindSettings';
import kindRefusal from '@salesforce/label/c.Reinstate_UI_ActivityKindRefusal';
import showDetails from '@salesforce/label/c.Reinstate_UI_ActivityShowDetails';
import hideDetails from '@salesforce/label/c.Reinstate_UI_ActivityHideDetails';
import showDetailsOf from '@salesforce/label/c.Reinstate_UI_ActivityShowDetailsOf';
import hideDetailsOf from '@salesforce/label/c.Reinstate_UI_ActivityHideDetailsOf';
import undo from '@salesforce/label/c.Reinstate_UI_ActivityUndo';
import undoOf from '@salesforce/label/c.Reinstate_UI_ActivityUndoOf';

/** Labels of the activity. */
export const labels = {
    heading,
    statusFilter,
    loading,
    loadFailed,
    loadMore,
    emptyHeading,
    emptyText,
    byOperator,
    failedOne,
    failedMany,
    kindFilter,
    userFilter,
    operatorFilter,
    fromFilter,
    toFilter,
    all,
    filters,
    activeFilters,
    pill,
    removeFilter,
    clearFilters,
    filtersActive,
    badSpan,
    nothingFits,
    nothingFitsText,
    shownOne,
    shownMany,
    shownMore,
    exportCsv,
    exporting,
    exported,
    exportCut,
    exportFailed,
    showDetails,
    hideDetails,
    showDetailsOf,
    hideDetailsOf,
    undo,
    undoOf,
};

/** The kind of a record in words. */
export const kindLabels: Record<Reinstate.RestoreActivityRow['kind'], string> = {
    Restore: kindRestore,
    Undo: kindUndo,
    SeatRelease: kindSeatRelease,
    Settings: kindSettings,
    Refusal: kindRefusal,
};

/** The status of a restore record in words, in the order of its life. */
export const statusLabels: Record<Reinstate.RestoreActivityRow['status'], string> = {
    Planned: statusPlanned,
    Executed: statusExecuted,
    PartlyExecuted: statusPartlyExecuted,
    Failed: statusFailed,
    Verified: statusVerified,
    Refused: statusRefused,
    OutcomeUnknown: statusOutcomeUnknown,
};
