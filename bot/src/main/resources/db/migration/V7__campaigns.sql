-- Campaigns, who was enrolled for them, and what an organisation holds all of them to.

create table campaign (
    id varchar(40) primary key,
    organisation_id varchar(40) not null references organisation (id),
    name varchar(100) not null,
    kind varchar(20) not null,
    -- What is said, when and to whom, as JSON; never a channel's own form.
    plan text not null,
    state varchar(20) not null,
    -- One higher with each edit.
    version integer not null,
    template boolean not null,
    archived boolean not null,
    -- Whose the plan is as it stands, and who else agreed to it: a person's id or an account.
    edited_by varchar(200) not null,
    approved_by varchar(200),
    created_at bigint not null,
    changed_at bigint not null,
    -- Whether any occurrence was planned.
    begun boolean not null,
    -- The number of the next occurrence, and its date and time as the plan has it; null if none.
    next_number integer not null,
    next_at varchar(16),
    -- When the next occurrence is to be planned, or the last one is over; null if it waits for nothing.
    next_run bigint,
    -- Nobody else plans it before this time.
    lease_until bigint not null
);
create index campaign_of on campaign (organisation_id, changed_at);
create index campaign_due on campaign (next_run) where next_run is not null;

create table campaign_rules (
    organisation_id varchar(40) primary key references organisation (id),
    needs_approval boolean not null,
    -- The most nudges that a person gets in seven days, over all campaigns.
    weekly_cap integer not null,
    -- After so many nudges in a row with no answer, there is one a month.
    ignored_limit integer not null
);

-- Days on which an organisation sends nothing, such as those before an election.
create table quiet_period (
    organisation_id varchar(40) not null references organisation (id),
    from_day varchar(10) not null,
    to_day varchar(10) not null,
    primary key (organisation_id, from_day, to_day)
);

-- Who gets nudges, because somebody of their organisation entered them.
create table enrolment (
    person_id varchar(40) primary key references person (id),
    -- Who enrolled them and why, in the words that they read.
    enrolled_by varchar(100) not null,
    because varchar(200) not null,
    enrolled_at bigint not null,
    -- What was said of them then, so that it can be mended later unless they have changed it.
    position varchar(40),
    stage integer,
    zone varchar(60),
    nation varchar(20)
);

create table person_tag (
    person_id varchar(40) not null references person (id),
    tag varchar(40) not null,
    primary key (person_id, tag)
);

create table person_leave (
    person_id varchar(40) not null references person (id),
    from_day varchar(10) not null,
    to_day varchar(10) not null,
    primary key (person_id, from_day)
);

create table people_list (
    id varchar(40) primary key,
    organisation_id varchar(40) not null references organisation (id),
    name varchar(100) not null,
    unique (organisation_id, name)
);

create table people_list_member (
    list_id varchar(40) not null references people_list (id),
    person_id varchar(40) not null references person (id),
    primary key (list_id, person_id)
);
create index people_list_of on people_list_member (person_id);
