import { isBack } from 'c/reinstateRestoreWork';
import type { SessionUsers } from 'c/reinstateRestoreSession';
import { count, fill } from 'c/reinstateText';
import type { PagesState } from 'c/reinstateUserPages';
import { labels } from 'c/reinstateConsoleLabels';
import { labels as panelLabels } from 'c/reinstatePanelLabels';

type Row = Reinstate.InactiveUserRow;

/** How many of how many are shown. Who came back meanwhile was counted when the page was read: no longer, but is in sight. */
export function countText({ page, rows }: PagesState, rowsInSight: Row[], session: SessionUsers): string {
    if (!page) {
        return '';
    }
    const back = rows.filter((row) => isBack(session[row.userId]?.work)).length;
    const label = page.totalIsCapped ? labels.shownOfAtLeast : labels.shownOf;
    const shown = fill(label, rows.length - back, page.totalCount - back);
    const backInSight = rowsInSight.filter((row) => isBack(session[row.userId]?.work)).length;
    return backInSight === 0 ? shown : `${shown}, ${count(backInSight, labels.alsoBackOne, labels.alsoBackMany)}`;
}

/** The place of a row among all users that fit the search, also among those that are not loaded yet. */
export function placeText({ page, rows }: PagesState, rowsInSight: Row[], index: number): string {
    if (index < 0 || !page) {
        return '';
    }
    if (page.nextCursor == null) {
        return fill(panelLabels.position, index + 1, rowsInSight.length);
    }
    const label = page.totalIsCapped ? panelLabels.positionAtLeast : panelLabels.position;
    return fill(label, index + 1, rowsInSight.length + Math.max(0, page.totalCount - rows.length));
}
