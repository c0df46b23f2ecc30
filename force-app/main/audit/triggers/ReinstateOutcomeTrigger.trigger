/** Hands outcomes of restores to their subscriber. */
trigger ReinstateOutcomeTrigger on ReinstateOutcome__e(after insert) {
    new RestoreOutcomeSubscriber().record(Trigger.new);
}
