/** Lets nobody but Reinstate write snapshots, whatever permissions somebody was given. */
trigger ReinstateSnapshotTrigger on ReinstateSnapshot__c(before insert, before update) {
    AccessSnapshotGateway.refuseOthers(Trigger.new);
}
