-- Questions that people ask of their own communications team. Text is masked before it comes here.

-- Where an organisation's experts are asked; without a row it is in their own chats.
create table expert_channel (
    organisation_id varchar(40) primary key references organisation (id),
    channel varchar(10) not null,
    workspace varchar(100) not null,
    place varchar(300) not null,
    since bigint not null
);

create table expert_question (
    organisation_id varchar(40) not null references organisation (id),
    id varchar(40) not null,
    words text not null,
    -- open, claimed, answered, closed
    state varchar(10) not null,
    asked_at bigint not null,
    -- The id of a person, or a key once they are forgotten; so is the expert.
    asker varchar(60) not null,
    -- Where the answer goes; null once the asker is forgotten.
    asker_channel varchar(10),
    asker_workspace varchar(100),
    asker_user varchar(200),
    is_named boolean not null,
    expert varchar(60),
    expert_channel varchar(10),
    expert_workspace varchar(100),
    expert_user varchar(200),
    answer text,
    answered_at bigint,
    section varchar(200),
    section_title varchar(300),
    reminders integer not null,
    reminded_at bigint not null,
    -- Goes up with every change, so that what was posted can follow.
    revision integer not null,
    primary key (organisation_id, id)
);
create index expert_question_waiting on expert_question (reminded_at) where state in ('open', 'claimed');
create index expert_question_asker on expert_question (asker);
create index expert_question_expert on expert_question (expert);
create index expert_question_asked on expert_question (asked_at);

-- Every message that shows a question, and which revision of it.
create table expert_post (
    organisation_id varchar(40) not null,
    question_id varchar(40) not null,
    id varchar(40) not null,
    -- experts, asker, or asked: an earlier message to the asker, once the answer has its own
    audience varchar(10) not null,
    channel varchar(10) not null,
    workspace varchar(100) not null,
    place varchar(300) not null,
    is_chat boolean not null,
    -- The channel's own name of the message; null before it is posted, and where it cannot be changed.
    reference varchar(400),
    shown integer not null,
    attempts integer not null,
    due_at bigint not null,
    primary key (organisation_id, question_id, id)
);
create index expert_post_due on expert_post (due_at);
