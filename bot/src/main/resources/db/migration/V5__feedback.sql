-- Why the asker says that an answer was not right, and their words for it, masked like the question.
alter table question add column wrong_because varchar(20);
alter table question add column wrong_words text;
