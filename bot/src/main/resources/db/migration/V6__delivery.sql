-- Who gets which nudge, and what became of it. Deliveries are never deleted.

-- One planned date of a campaign.
create table occurrence (
    organisation_id varchar(40) not null references organisation (id),
    campaign varchar(60) not null,
    occurrence varchar(60) not null,
    opened_at bigint not null,
    -- When everybody of it was planned; nothing of it is sent before.
    planned_at bigint,
    primary key (organisation_id, campaign, occurrence)
);

create table delivery (
    -- Goes out with the message, so that a channel can be asked whether it did.
    id varchar(40) primary key,
    organisation_id varchar(40) not null references organisation (id),
    campaign varchar(60) not null,
    occurrence varchar(60) not null,
    -- Their id; once they are forgotten a random key, as in user_id.
    person varchar(60) not null,
    channel varchar(10) not null,
    workspace varchar(100) not null,
    user_id varchar(200) not null,
    -- planned, claimed, sent, skipped, failed or unconfirmed.
    status varchar(12) not null,
    -- A short code for what went wrong last; empty if nothing did.
    reason varchar(60) not null,
    -- How often it surely did not go out.
    failures integer not null,
    due_at bigint not null,
    too_late_at bigint not null,
    -- Of the batch that it was claimed in last: a claimer who comes back late knows by it that the
    -- delivery is no longer its own.
    claim varchar(40),
    claimed_at bigint,
    lease_until bigint,
    -- When to ask the channel whether it went out; null where nobody will.
    ask_at bigint,
    -- When it came to its end, for now or for good.
    settled_at bigint,
    -- The channel's own id of the message.
    reference varchar(200)
);
create unique index delivery_once on delivery (organisation_id, campaign, occurrence, person);
create index delivery_due on delivery (organisation_id, channel, workspace, due_at)
    where status = 'planned';
create index delivery_lease on delivery (lease_until) where status = 'claimed';
create index delivery_ask on delivery (organisation_id, channel, workspace, ask_at)
    where status = 'unconfirmed' and ask_at is not null;
create index delivery_person on delivery (organisation_id, person);

-- How much may be asked of a channel: of a workspace (subject is empty), for one address, or in
-- questions about what it took.
create table budget (
    organisation_id varchar(40) not null references organisation (id),
    channel varchar(10) not null,
    workspace varchar(100) not null,
    purpose varchar(10) not null,
    subject varchar(200) not null,
    -- The time by which all that was taken is earned (generic cell rate algorithm).
    earned_at bigint not null,
    -- Nothing before this: the channel said so, or it seems broken.
    blocked_until bigint not null,
    -- How many sends in a row have failed, and how often that closed the way.
    failures integer not null,
    trips integer not null,
    primary key (organisation_id, channel, workspace, purpose, subject)
);

-- While a row is here nothing is sent: for an organisation, or for everybody if it is empty.
create table frozen (
    organisation_id varchar(40) primary key,
    since bigint not null
);

-- Addresses that nothing can be sent to any more, and why.
create table address_end (
    organisation_id varchar(40) not null references organisation (id),
    channel varchar(10) not null,
    workspace varchar(100) not null,
    user_id varchar(200) not null,
    reason varchar(60) not null,
    since bigint not null,
    primary key (organisation_id, channel, workspace, user_id)
);
