/** Hands failures of whole runs to their subscriber. */
trigger ReinstateFailureTrigger on ReinstateFailure__e(after insert) {
    new RestoreFailureSubscriber().record(Trigger.new);
}
