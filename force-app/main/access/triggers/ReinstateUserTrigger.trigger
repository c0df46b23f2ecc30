/** Remembers what users could do at the moment they are deactivated. Does nothing for any other change to a user. */
trigger ReinstateUserTrigger on User(before update, after update) {
    SwitchOffWatch.see(Trigger.operationType, Trigger.old, Trigger.new);
}
