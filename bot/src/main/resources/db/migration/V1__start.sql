-- One file for SQLite and PostgreSQL: varchar ids, times as epoch milliseconds, no dialect.

create table organisation (
    id varchar(40) primary key,
    name varchar(200) not null,
    created_at bigint not null
);

-- A Slack workspace or a Teams tenant belongs to one organisation.
create table workspace (
    channel varchar(10) not null,
    workspace varchar(100) not null,
    organisation_id varchar(40) not null references organisation (id),
    created_at bigint not null,
    primary key (channel, workspace)
);

create table person (
    id varchar(40) primary key,
    organisation_id varchar(40) not null references organisation (id),
    created_at bigint not null,
    -- When the person was told who can see what; null until then.
    introduced_at bigint
);

create table address (
    channel varchar(10) not null,
    workspace varchar(100) not null,
    user_id varchar(200) not null,
    person_id varchar(40) not null references person (id),
    primary key (channel, workspace, user_id)
);
create index address_person on address (person_id);

-- What was asked, for improving the guidance: never by whom. Text is masked before it comes here.
create table question (
    id varchar(40) primary key,
    organisation_id varchar(40) not null references organisation (id),
    channel varchar(10) not null,
    words text not null,
    outcome varchar(20) not null,
    reason varchar(40),
    section varchar(200),
    confidence double precision not null,
    generation integer not null,
    asked_at bigint not null,
    -- Whether the asker said it was right; null until they say.
    was_right boolean,
    rated_at bigint
);
create index question_asked on question (asked_at);

create table seen_event (
    event_key varchar(50) primary key,
    seen_at bigint not null
);
create index seen_event_at on seen_event (seen_at);
