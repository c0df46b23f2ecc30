import { watchFailures } from './failures.ts';
import { followMenus } from './menus.ts';
import { followNews } from './news.ts';
import { followResetDialog } from './resetDialog.ts';
import { startRouter } from './router.ts';

followMenus();
followResetDialog();
followNews();
if (document.body.dataset.localOrgState === 'ready') {
  watchFailures();
  startRouter();
}
