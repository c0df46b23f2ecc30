/** Lets nobody but Reinstate write restore records, whatever permissions somebody was given. */
trigger ReinstateRestoreTrigger on ReinstateRestore__c(before insert, before update) {
    RestoreRecordGateway.refuseOthers(Trigger.new);
}
