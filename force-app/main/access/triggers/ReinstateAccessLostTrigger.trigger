/** Hands the access of users who were deactivated to its subscriber. */
trigger ReinstateAccessLostTrigger on ReinstateAccessLost__e(after insert) {
    new AccessLostSubscriber().record(Trigger.new);
}
