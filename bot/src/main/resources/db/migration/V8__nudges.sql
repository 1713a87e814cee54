-- What people were given by their nudges, and what they said to it.

create table nudge (
    -- The id of its delivery.
    delivery_id varchar(40) primary key,
    organisation_id varchar(40) not null references organisation (id),
    person_id varchar(40) not null references person (id),
    campaign varchar(60) not null,
    occurrence varchar(60) not null,
    -- The day that it was made for, in the person's zone.
    made_for varchar(10) not null,
    -- Whether nothing had reached them before, so that it says who enrolled them.
    is_first boolean not null,
    -- Ids of the library; null where it had none.
    post varchar(60),
    platform varchar(20),
    network varchar(60),
    small_check varchar(60),
    made_at bigint not null
);
create index nudge_person on nudge (person_id, made_at);
create index nudge_campaign on nudge (organisation_id, campaign);

create table nudge_reaction (
    delivery_id varchar(40) not null references nudge (delivery_id),
    -- acted, done, not-for-me, already-joined, snoozed or stopped.
    reaction varchar(20) not null,
    reacted_at bigint not null,
    primary key (delivery_id, reaction)
);
