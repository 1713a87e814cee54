-- One person, one organisation: roles, preferences, history, codes and who is not to be written to.

-- The organisation that it joined, if it did. Its row stays, as what was under way may still name it.
alter table organisation add column joined_into varchar(40) references organisation (id);

-- What a person may do beyond what every leader may; a leader has no row.
create table person_role (
    person_id varchar(40) primary key references person (id),
    role varchar(20) not null,
    granted_at bigint not null
);

create table preference (
    person_id varchar(40) primary key references person (id),
    position varchar(40),
    stage integer not null,
    -- Ids with commas between them.
    platforms varchar(200) not null,
    zone varchar(60) not null,
    nudge_day varchar(10) not null,
    -- Times of day as HH:MM.
    nudge_time varchar(5) not null,
    quiet_from varchar(5) not null,
    quiet_to varchar(5) not null,
    -- The first day on which nudges come again, as YYYY-MM-DD.
    paused_until varchar(10),
    stopped boolean not null,
    keeps_history boolean not null
);

-- What a person asked, only if they turned it on. Text is masked before it comes here.
create table history (
    id varchar(40) primary key,
    person_id varchar(40) not null references person (id),
    question text not null,
    -- What it was answered with, if it was.
    title varchar(300),
    section varchar(200),
    asked_at bigint not null
);
create index history_of on history (person_id, asked_at);

create table one_time_code (
    -- Keyed; the code itself is nowhere.
    hash varchar(64) primary key,
    purpose varchar(10) not null,
    person_id varchar(40) not null references person (id),
    -- Where the person made it, as channel:workspace/user.
    address varchar(320) not null,
    expires_at bigint not null
);
create index one_time_code_of on one_time_code (person_id);

-- Wrong tries at codes. Whose they are is a keyed hash, so that forgetting a person is no way round.
create table code_try (
    address_hash varchar(64) primary key,
    wrong integer not null,
    last_at bigint not null
);

-- An organisation wants to join another, whose admin has yet to agree.
create table join_request (
    id varchar(40) primary key,
    host_person_id varchar(40) not null references person (id),
    host_address varchar(320) not null,
    guest_person_id varchar(40) not null references person (id),
    guest_address varchar(320) not null,
    expires_at bigint not null
);
create index join_request_host on join_request (host_person_id);
create index join_request_guest on join_request (guest_person_id);

-- Addresses of people who are forgotten, so that no campaign writes to them again.
create table suppression (
    address_hash varchar(64) primary key,
    since bigint not null
);
