import type { ProjectType } from '../../symbols/ProjectType.ts';
import type { World } from '../World.ts';

/** A trigger stands on an object that has triggers, for events that the object has. */
export function checkTrigger(type: ProjectType, world: World): void {
  const { trigger, path } = type.unit;
  if (!trigger) return;
  const object = world.schema.object(trigger.object);
  if (!object) {
    const isKnown = world.schema.isKnownButUnsupported(trigger.object);
    world.diagnostics.report(path, trigger.objectPosition, isKnown ? 'APX0904' : 'APX0102', trigger.object);
    return;
  }
  if (!object.isTriggerable) world.diagnostics.report(path, trigger.objectPosition, 'APX0134', object.name);
  for (const [index, event] of trigger.events.entries()) {
    const isTwin = trigger.events.indexOf(event) < index;
    if (isTwin) world.diagnostics.report(path, trigger.objectPosition, 'APX0126', event);
    else if (!isEventAllowed(event, object))
      world.diagnostics.report(path, trigger.objectPosition, 'APX0147', event, object.name);
  }
}

/** Platform events have one event; users are never deleted. Source: Apex Developer Guide, "Triggers" and platform events. */
function isEventAllowed(event: string, object: { readonly kind: string; readonly isDeletable: boolean }): boolean {
  if (object.kind === 'event') return event === 'after insert';
  if (event === 'before undelete') return false;
  return object.isDeletable || !event.endsWith('delete');
}
