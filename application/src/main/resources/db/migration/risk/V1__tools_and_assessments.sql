-- Risk tools as data, and the assessments that were made with them.
--
-- Why tools are rows: two numberings of the Dash and three other tools are in use side by side, and the national tool is
-- under review [S76]. A new tool or a new version is rows, never a change of a table, and what was assessed with an older
-- one reads as it was asked.
-- Why topics and no questions: the wording of the forms is licensed [S74] [S18]. Topics here are in words of our own. A
-- partnership that holds a licence loads its wording from a file (./witan risk wording load).
-- Why an answer that is missing has three names: "asked, not known", "declined" and "not asked" are three facts, and none
-- of them is "no". Each answer is held to the scale of its tool by a foreign key.
-- Why the threshold is written into the assessment: a partnership may set another one, from a day on. What was high risk on
-- its day must not become lower by that.
-- Why no result is stored: it follows from the answers, the threshold and the judgement, and one function says how
-- (org.witan.risk.Scoring).
-- Why insert-only: a correction is a new assessment that stands in the place of the first and says why; both are read.
-- Existing rows: none, this is the first version.

create table risk.scale (
    code text not null,
    words text not null,
    constraint scale_is_identified primary key (code)
);
comment on table risk.scale is 'Kinds of answer that a tool asks for.';
comment on column risk.scale.code is 'Name in the code.';
comment on column risk.scale.words is 'What it is.';
insert into risk.scale (code, words) values
    ('YES_NO', 'Yes or no'), ('FREQUENCY', 'How often');

create table risk.answer (
    code text not null,
    words text not null,
    missing boolean not null,
    constraint answer_is_identified primary key (code)
);
comment on table risk.answer is 'Answers. A missing one is none of the others: least of all "no".';
comment on column risk.answer.code is 'Name in the code.';
comment on column risk.answer.words is 'Name on pages.';
comment on column risk.answer.missing is 'Whether it leaves the question open.';
insert into risk.answer (code, words, missing) values
    ('YES', 'Yes', false), ('NO', 'No', false),
    ('NEVER', 'Never', false), ('SOMETIMES', 'Sometimes', false), ('OFTEN', 'Often', false),
    ('CONSTANTLY', 'All the time', false),
    ('UNKNOWN', 'Asked, not known', true), ('DECLINED', 'Declined to say', true), ('NOT_ASKED', 'Not asked', true);

create table risk.scale_answer (
    scale text not null,
    answer text not null,
    place integer not null,
    constraint scale_answer_is_identified primary key (scale, answer),
    constraint scale_answer_is_of_a_scale foreign key (scale) references risk.scale (code),
    constraint scale_answer_is_an_answer foreign key (answer) references risk.answer (code),
    constraint scale_answer_has_a_place unique (scale, place)
);
comment on table risk.scale_answer is 'Which answers a scale has. The missing ones belong to each.';
comment on column risk.scale_answer.scale is 'The scale.';
comment on column risk.scale_answer.answer is 'The answer.';
comment on column risk.scale_answer.place is 'Order on pages.';
insert into risk.scale_answer (scale, answer, place) values
    ('YES_NO', 'YES', 1), ('YES_NO', 'NO', 2),
    ('YES_NO', 'UNKNOWN', 11), ('YES_NO', 'DECLINED', 12), ('YES_NO', 'NOT_ASKED', 13),
    ('FREQUENCY', 'NEVER', 1), ('FREQUENCY', 'SOMETIMES', 2), ('FREQUENCY', 'OFTEN', 3), ('FREQUENCY', 'CONSTANTLY', 4),
    ('FREQUENCY', 'UNKNOWN', 11), ('FREQUENCY', 'DECLINED', 12), ('FREQUENCY', 'NOT_ASKED', 13);

create table risk.grading (
    code text not null,
    words text not null,
    constraint grading_is_identified primary key (code)
);
comment on table risk.grading is 'How a tool comes to its result.';
comment on column risk.grading.code is 'Name in the code.';
comment on column risk.grading.words is 'What it means.';
insert into risk.grading (code, words) values
    ('THRESHOLD', 'Answers are counted; from a threshold on the risk is high, and judgement may raise it below'),
    ('COUNT', 'Answers are counted, more of them is more risk, and there is no fixed cut-off'),
    ('JUDGEMENT', 'Whoever assesses grades it, looking at all answers; no number decides');

create table risk.grade (
    code text not null,
    words text not null,
    constraint grade_is_identified primary key (code)
);
comment on table risk.grade is 'Grades that a judgement may give.';
comment on column risk.grade.code is 'Name in the code.';
comment on column risk.grade.words is 'Name on pages.';
insert into risk.grade (code, words) values ('STANDARD', 'Standard'), ('MEDIUM', 'Medium'), ('HIGH', 'High');

create table risk.about (
    code text not null,
    words text not null,
    constraint about_is_identified primary key (code)
);
comment on table risk.about is 'Whom a question is about.';
comment on column risk.about.code is 'Name in the code.';
comment on column risk.about.words is 'Name on pages.';
insert into risk.about (code, words) values
    ('VICTIM', 'The victim'), ('CHILDREN', 'Children'), ('PERPETRATOR', 'The alleged perpetrator'),
    ('OTHERS', 'Other people, and animals');

create table risk.section (
    code text not null,
    words text not null,
    constraint section_is_identified primary key (code)
);
comment on table risk.section is 'Headings under which the questions of a tool stand.';
comment on column risk.section.code is 'Name in the code.';
comment on column risk.section.words is 'The heading.';
insert into risk.section (code, words) values
    ('NOW', 'The situation now'), ('CHILDREN', 'Children and others at home'), ('ABUSE', 'What has been done'),
    ('PERPETRATOR', 'The alleged perpetrator'), ('CONTROL', 'Control of daily life'), ('HARM', 'Threats and harm'),
    ('STALKING', 'The stalking'), ('ONLINE', 'Life as a young person');

create table risk.numbering (
    code text not null,
    words text not null,
    constraint numbering_is_identified primary key (code)
);
comment on table risk.numbering is 'Ways in which forms number their questions. The Dash has two.';
comment on column risk.numbering.code is 'Name in the code.';
comment on column risk.numbering.words is 'Name on pages.';
insert into risk.numbering (code, words) values
    ('SAFELIVES', 'The 24 questions'), ('POLICE', 'The 27 questions'), ('STALKING', 'The stalking screen'),
    ('OWN', 'Our own order');

-- Tools -----------------------------------------------------------------------------------------------------------

create table risk.tool (
    key text not null,
    version integer not null,
    name text not null,
    scale text not null,
    grading text not null,
    numbering text not null,
    source text not null,
    source_on date,
    remark text not null,
    from_on date not null,
    until_on date,
    constraint tool_is_identified primary key (key, version),
    constraint tool_has_a_scale foreign key (scale) references risk.scale (code),
    constraint tool_keeps_its_scale unique (key, version, scale),
    constraint tool_is_graded foreign key (grading) references risk.grading (code),
    constraint tool_is_numbered foreign key (numbering) references risk.numbering (code),
    constraint tool_says_where_from check (source <> '' and name <> '' and key ~ '^[a-z][a-z0-9-]{0,29}$' and version > 0),
    constraint tool_runs_forward check (from_on <= until_on)
);
comment on table risk.tool is 'A version of a risk tool. Several are in use side by side.';
comment on column risk.tool.key is 'Its short name, as it stands in addresses.';
comment on column risk.tool.version is 'Its version here: any change of its questions makes a new one.';
comment on column risk.tool.name is 'Its name on pages.';
comment on column risk.tool.scale is 'What answers it asks for.';
comment on column risk.tool.grading is 'How it comes to its result.';
comment on column risk.tool.numbering is 'How it numbers its questions.';
comment on column risk.tool.source is 'Where its topics come from, as numbered in docs/rules/risk.md.';
comment on column risk.tool.source_on is 'The date of that source; null when it bears none.';
comment on column risk.tool.remark is 'What whoever uses it must know about it; empty when nothing.';
comment on column risk.tool.from_on is 'The first day on which it is offered here.';
comment on column risk.tool.until_on is 'The last such day; null while it is in use.';

create table risk.question (
    tool text not null,
    version integer not null,
    key text not null,
    place integer not null,
    section text not null,
    about text not null,
    topic text not null,
    counting text[] not null,
    opens text,
    constraint question_is_identified primary key (tool, version, key),
    constraint question_is_of_a_tool foreign key (tool, version) references risk.tool (key, version),
    constraint question_has_a_place unique (tool, version, place),
    constraint question_stands_in_a_section foreign key (section) references risk.section (code),
    constraint question_is_about_somebody foreign key (about) references risk.about (code),
    constraint question_has_a_topic check (topic <> '' and length(topic) <= 200 and key ~ '^[a-z][a-z0-9-]{0,39}$'),
    constraint question_counts_what_is_known check (
        counting <@ array['YES', 'NO', 'NEVER', 'SOMETIMES', 'OFTEN', 'CONSTANTLY'])
);
comment on table risk.question is 'What a version of a tool asks about, in words of our own.';
comment on column risk.question.tool is 'The tool.';
comment on column risk.question.version is 'Its version.';
comment on column risk.question.key is 'The topic, by a name that stays: the same in each tool that asks about it.';
comment on column risk.question.place is 'Its order.';
comment on column risk.question.section is 'The heading it stands under.';
comment on column risk.question.about is 'Whom it is about.';
comment on column risk.question.topic is 'The topic in words of our own; no licensed wording.';
comment on column risk.question.counting is 'The answers that count; empty when the question is asked and not counted.';
comment on column risk.question.opens is 'The key of a tool that should be asked as well when the answer counts; null for most.';

create table risk.question_number (
    tool text not null,
    version integer not null,
    question text not null,
    numbering text not null,
    number integer not null,
    constraint question_number_is_identified primary key (tool, version, question, numbering),
    constraint question_number_is_of_a_question foreign key (tool, version, question)
        references risk.question (tool, version, key),
    constraint question_number_is_of_a_numbering foreign key (numbering) references risk.numbering (code),
    constraint question_number_is_used_once unique (tool, version, numbering, number)
);
comment on table risk.question_number is 'The numbers that a question has on the forms that ask it.';
comment on column risk.question_number.tool is 'The tool.';
comment on column risk.question_number.version is 'Its version.';
comment on column risk.question_number.question is 'The question.';
comment on column risk.question_number.numbering is 'The way of numbering.';
comment on column risk.question_number.number is 'The number.';

insert into risk.tool (key, version, name, scale, grading, numbering, source, source_on, remark, from_on) values
    ('dash', 1, 'Dash, 24 questions', 'YES_NO', 'THRESHOLD', 'SAFELIVES',
     'SafeLives Dash as a partnership uses it [S17]; topics and numbers from [S18] [S31]', null,
     'The shape and the topics of the tool. The wording of the form is licensed: load it when you hold a licence.', '2026-11-01'),
    ('dash-police', 1, 'Dash, 27 questions (police)', 'YES_NO', 'THRESHOLD', 'POLICE',
     'DASH 2009 as police forms number it [S26] [S74] [S75]', '2009-01-01',
     'The shape and the topics of the tool. The wording of the form is licensed: load it when you hold a licence.', '2026-11-01'),
    ('dash-young', 1, 'Young people''s Dash (13 to 17)', 'YES_NO', 'THRESHOLD', 'OWN',
     'SafeLives Dash for young people exists for ages 13 to 17 [S68]; topics ours, after [S67]', null,
     'A shape of our own, not the published list, which was not seen. Children''s social care is told as well as MARAC. A victim under 16 goes to children''s safeguarding.', '2026-11-01'),
    ('dara', 1, 'DARA-shaped assessment', 'FREQUENCY', 'JUDGEMENT', 'OWN',
     'DARA exists, asks how often, and is graded by judgement [S80] [S82]; topics ours', '2022-11-25',
     'A shape of our own, not the College of Policing''s list, which was not seen. No number decides: whoever assesses grades it. Stalking after a separation is easily graded too low [S82].', '2026-11-01'),
    ('stalking', 1, 'Stalking screen (S-DASH)', 'YES_NO', 'COUNT', 'STALKING',
     'S-DASH, 11 questions [S83] [S84]', null,
     'For two incidents or more, or extreme fear. More yes is more risk; there is no fixed cut-off.', '2026-11-01');

insert into risk.question (tool, version, key, place, section, about, topic, counting, opens) values
    ('dash', 1, 'injury', 1, 'NOW', 'VICTIM', 'Was injured this time; say whether it is the first time', array['YES'], null),
    ('dash', 1, 'very-frightened', 2, 'NOW', 'VICTIM', 'Is very frightened', array['YES'], null),
    ('dash', 1, 'fears', 3, 'NOW', 'VICTIM', 'Fears further harm; say what, by whom and to whom', array['YES'], null),
    ('dash', 1, 'isolated', 4, 'NOW', 'VICTIM', 'Is cut off from family and friends', array['YES'], null),
    ('dash', 1, 'low-or-suicidal', 5, 'NOW', 'VICTIM', 'Is depressed or thinks of suicide', array['YES'], null),
    ('dash', 1, 'separation', 6, 'NOW', 'VICTIM', 'Separated in the past year, or tried to', array['YES'], null),
    ('dash', 1, 'child-contact', 7, 'NOW', 'CHILDREN', 'There is conflict over contact with children', array['YES'], null),
    ('dash', 1, 'stalking', 8, 'NOW', 'VICTIM', 'Is contacted all the time, followed, stalked or harassed', array['YES'], 'stalking'),
    ('dash', 1, 'pregnancy', 9, 'NOW', 'VICTIM', 'Is pregnant, or has a baby under 18 months', array['YES'], null),
    ('dash', 1, 'more-often', 10, 'ABUSE', 'VICTIM', 'It happens more often than before', array['YES'], null),
    ('dash', 1, 'getting-worse', 11, 'ABUSE', 'VICTIM', 'It gets worse', array['YES'], null),
    ('dash', 1, 'control', 12, 'ABUSE', 'VICTIM', 'Everything is controlled, or jealousy is extreme', array['YES'], null),
    ('dash', 1, 'weapons', 13, 'ABUSE', 'VICTIM', 'Weapons or objects were used to hurt', array['YES'], null),
    ('dash', 1, 'threats-to-kill', 14, 'ABUSE', 'VICTIM', 'There were threats to kill, and they were believed', array['YES'], null),
    ('dash', 1, 'strangulation', 15, 'ABUSE', 'VICTIM', 'Was strangled, choked, suffocated or held under water', array['YES'], null),
    ('dash', 1, 'sexual-harm', 16, 'ABUSE', 'VICTIM', 'Was harmed sexually', array['YES'], null),
    ('dash', 1, 'threatened-by-another', 17, 'ABUSE', 'OTHERS', 'Somebody else threatens too, such as family in the name of honour; say who', array['YES'], null),
    ('dash', 1, 'others-hurt', 18, 'ABUSE', 'OTHERS', 'Somebody else was hurt; say who', array['YES'], null),
    ('dash', 1, 'animals', 19, 'ABUSE', 'OTHERS', 'Animals were hurt', array['YES'], null),
    ('dash', 1, 'money', 20, 'PERPETRATOR', 'VICTIM', 'Money ties or presses: dependence, debt, a lost job', array['YES'], null),
    ('dash', 1, 'drugs-drink-mind', 21, 'PERPETRATOR', 'PERPETRATOR', 'Has trouble with drugs, alcohol or mental health; say which', array['YES'], null),
    ('dash', 1, 'perpetrator-suicide', 22, 'PERPETRATOR', 'PERPETRATOR', 'Threatened or attempted suicide', array['YES'], null),
    ('dash', 1, 'breaches', 23, 'PERPETRATOR', 'PERPETRATOR', 'Broke bail, an order or what was agreed about contact', array['YES'], null),
    ('dash', 1, 'criminal-history', 24, 'PERPETRATOR', 'PERPETRATOR', 'Is known to the police or has a criminal record', array['YES'], null),
    ('dash-police', 1, 'injury', 1, 'NOW', 'VICTIM', 'Was injured this time; say whether it is the first time', array['YES'], null),
    ('dash-police', 1, 'very-frightened', 2, 'NOW', 'VICTIM', 'Is very frightened', array['YES'], null),
    ('dash-police', 1, 'fears', 3, 'NOW', 'VICTIM', 'Fears further harm; say what, by whom and to whom', array['YES'], null),
    ('dash-police', 1, 'isolated', 4, 'NOW', 'VICTIM', 'Is cut off from family and friends', array['YES'], null),
    ('dash-police', 1, 'low-or-suicidal', 5, 'NOW', 'VICTIM', 'Is depressed or thinks of suicide', array['YES'], null),
    ('dash-police', 1, 'separation', 6, 'NOW', 'VICTIM', 'Separated in the past year, or tried to', array['YES'], null),
    ('dash-police', 1, 'child-contact', 7, 'NOW', 'CHILDREN', 'There is conflict over contact with children', array['YES'], null),
    ('dash-police', 1, 'stalking', 8, 'NOW', 'VICTIM', 'Is contacted all the time, followed, stalked or harassed', array['YES'], 'stalking'),
    ('dash-police', 1, 'pregnancy', 9, 'NOW', 'VICTIM', 'Is pregnant, or has a baby under 18 months', array['YES'], null),
    ('dash-police', 1, 'children-in-home', 10, 'CHILDREN', 'CHILDREN', 'Children or dependants live in the home who are not the perpetrator''s', array['YES'], null),
    ('dash-police', 1, 'children-hurt', 11, 'CHILDREN', 'CHILDREN', 'Children or dependants were hurt', array['YES'], null),
    ('dash-police', 1, 'children-threatened', 12, 'CHILDREN', 'CHILDREN', 'There were threats to hurt or kill children', array['YES'], null),
    ('dash-police', 1, 'more-often', 13, 'ABUSE', 'VICTIM', 'It happens more often than before', array['YES'], null),
    ('dash-police', 1, 'getting-worse', 14, 'ABUSE', 'VICTIM', 'It gets worse', array['YES'], null),
    ('dash-police', 1, 'control', 15, 'ABUSE', 'VICTIM', 'Everything is controlled, or jealousy is extreme', array['YES'], null),
    ('dash-police', 1, 'weapons', 16, 'ABUSE', 'VICTIM', 'Weapons or objects were used to hurt', array['YES'], null),
    ('dash-police', 1, 'threats-to-kill', 17, 'ABUSE', 'VICTIM', 'There were threats to kill, and they were believed', array['YES'], null),
    ('dash-police', 1, 'strangulation', 18, 'ABUSE', 'VICTIM', 'Was strangled, choked, suffocated or held under water', array['YES'], null),
    ('dash-police', 1, 'sexual-harm', 19, 'ABUSE', 'VICTIM', 'Was harmed sexually', array['YES'], null),
    ('dash-police', 1, 'threatened-by-another', 20, 'ABUSE', 'OTHERS', 'Somebody else threatens too, such as family in the name of honour; say who', array['YES'], null),
    ('dash-police', 1, 'others-hurt', 21, 'ABUSE', 'OTHERS', 'Somebody else was hurt; say who', array['YES'], null),
    ('dash-police', 1, 'animals', 22, 'ABUSE', 'OTHERS', 'Animals were hurt', array['YES'], null),
    ('dash-police', 1, 'money', 23, 'PERPETRATOR', 'VICTIM', 'Money ties or presses: dependence, debt, a lost job', array['YES'], null),
    ('dash-police', 1, 'drugs-drink-mind', 24, 'PERPETRATOR', 'PERPETRATOR', 'Has trouble with drugs, alcohol or mental health; say which', array['YES'], null),
    ('dash-police', 1, 'perpetrator-suicide', 25, 'PERPETRATOR', 'PERPETRATOR', 'Threatened or attempted suicide', array['YES'], null),
    ('dash-police', 1, 'breaches', 26, 'PERPETRATOR', 'PERPETRATOR', 'Broke bail, an order or what was agreed about contact', array['YES'], null),
    ('dash-police', 1, 'criminal-history', 27, 'PERPETRATOR', 'PERPETRATOR', 'Is known to the police or has a criminal record', array['YES'], null),
    ('dash-young', 1, 'injury', 1, 'NOW', 'VICTIM', 'Was injured this time; say whether it is the first time', array['YES'], null),
    ('dash-young', 1, 'very-frightened', 2, 'NOW', 'VICTIM', 'Is very frightened', array['YES'], null),
    ('dash-young', 1, 'fears', 3, 'NOW', 'VICTIM', 'Fears further harm; say what, by whom and to whom', array['YES'], null),
    ('dash-young', 1, 'isolated', 4, 'NOW', 'VICTIM', 'Is cut off from family and friends, or made to drop them', array['YES'], null),
    ('dash-young', 1, 'low-or-suicidal', 5, 'NOW', 'VICTIM', 'Feels very low, self-harms or thinks of suicide', array['YES'], null),
    ('dash-young', 1, 'separation', 6, 'NOW', 'VICTIM', 'Broke up in the past year, or tried to', array['YES'], null),
    ('dash-young', 1, 'stalking', 7, 'NOW', 'VICTIM', 'Is contacted all the time, followed, watched or harassed, online too', array['YES'], 'stalking'),
    ('dash-young', 1, 'pregnancy', 8, 'NOW', 'VICTIM', 'Is pregnant, or has a baby under 18 months', array['YES'], null),
    ('dash-young', 1, 'online', 9, 'ONLINE', 'VICTIM', 'Is abused or controlled online: passwords, tracking, pictures', array['YES'], null),
    ('dash-young', 1, 'missing', 10, 'ONLINE', 'VICTIM', 'Goes missing, or stays away from home', array['YES'], null),
    ('dash-young', 1, 'exploitation', 11, 'ONLINE', 'VICTIM', 'Is pressed to have sex or carry things for others: exploitation or gangs', array['YES'], null),
    ('dash-young', 1, 'older-or-several', 12, 'ONLINE', 'PERPETRATOR', 'Whoever does it is much older, or there are several', array['YES'], null),
    ('dash-young', 1, 'school', 13, 'ONLINE', 'VICTIM', 'School, college or work suffers', array['YES'], null),
    ('dash-young', 1, 'more-often', 14, 'ABUSE', 'VICTIM', 'It happens more often than before', array['YES'], null),
    ('dash-young', 1, 'getting-worse', 15, 'ABUSE', 'VICTIM', 'It gets worse', array['YES'], null),
    ('dash-young', 1, 'control', 16, 'ABUSE', 'VICTIM', 'Everything is controlled, or jealousy is extreme', array['YES'], null),
    ('dash-young', 1, 'weapons', 17, 'ABUSE', 'VICTIM', 'Weapons or objects were used to hurt', array['YES'], null),
    ('dash-young', 1, 'threats-to-kill', 18, 'ABUSE', 'VICTIM', 'There were threats to kill, and they were believed', array['YES'], null),
    ('dash-young', 1, 'strangulation', 19, 'ABUSE', 'VICTIM', 'Was strangled, choked, suffocated or held under water', array['YES'], null),
    ('dash-young', 1, 'sexual-harm', 20, 'ABUSE', 'VICTIM', 'Was harmed sexually, or made to do what felt wrong', array['YES'], null),
    ('dash-young', 1, 'threatened-by-another', 21, 'ABUSE', 'OTHERS', 'Somebody else threatens too, such as family in the name of honour; say who', array['YES'], null),
    ('dash-young', 1, 'others-hurt', 22, 'ABUSE', 'OTHERS', 'Somebody else or an animal was hurt; say who', array['YES'], null),
    ('dash-young', 1, 'drugs-drink-mind', 23, 'PERPETRATOR', 'PERPETRATOR', 'Has trouble with drugs, alcohol, mental health or suicide; say which', array['YES'], null),
    ('dash-young', 1, 'criminal-history', 24, 'PERPETRATOR', 'PERPETRATOR', 'Is known to the police, or broke bail or an order', array['YES'], null),
    ('dara', 1, 'rules', 1, 'CONTROL', 'VICTIM', 'Is made to follow rules about daily life', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'watched', 2, 'CONTROL', 'VICTIM', 'Is watched, tracked or checked on', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'isolated', 3, 'CONTROL', 'VICTIM', 'Is kept from family, friends, work or help', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'money-control', 4, 'CONTROL', 'VICTIM', 'Is kept short of money or has no say over it', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'humiliated', 5, 'CONTROL', 'VICTIM', 'Is put down, humiliated or blamed', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'jealousy', 6, 'CONTROL', 'PERPETRATOR', 'Is jealous, or accuses without cause', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'afraid-of-reaction', 7, 'CONTROL', 'VICTIM', 'Changes what they do out of fear of the reaction', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'threats-to-harm', 8, 'HARM', 'VICTIM', 'There are threats to harm', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'threats-to-kill', 9, 'HARM', 'VICTIM', 'There are threats to kill, and they are believed', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'violence', 10, 'HARM', 'VICTIM', 'There is physical violence', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'strangulation', 11, 'HARM', 'VICTIM', 'Is strangled, choked, suffocated or held under water', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'weapons', 12, 'HARM', 'VICTIM', 'Weapons or objects are used to hurt or to frighten', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'sexual-harm', 13, 'HARM', 'VICTIM', 'Is pressed or forced into sex', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'stalking', 14, 'HARM', 'VICTIM', 'Is followed, pestered or sought out, also after separating', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], 'stalking'),
    ('dara', 1, 'children-used', 15, 'HARM', 'CHILDREN', 'Children are threatened, hurt or used to get at the victim', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'animals', 16, 'HARM', 'OTHERS', 'Animals or belongings are harmed', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'perpetrator-suicide', 17, 'PERPETRATOR', 'PERPETRATOR', 'Threatens suicide', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('dara', 1, 'breaches', 18, 'PERPETRATOR', 'PERPETRATOR', 'Breaks bail, orders or what was agreed', array['SOMETIMES', 'OFTEN', 'CONSTANTLY'], null),
    ('stalking', 1, 'very-frightened', 1, 'STALKING', 'VICTIM', 'Is very frightened', array['YES'], null),
    ('stalking', 1, 'earlier-harassment', 2, 'STALKING', 'PERPETRATOR', 'Harassed this victim or others before', array['YES'], null),
    ('stalking', 1, 'property', 3, 'STALKING', 'VICTIM', 'Property was damaged', array['YES'], null),
    ('stalking', 1, 'turns-up', 4, 'STALKING', 'VICTIM', 'Turns up at home or work more than three times a week', array['YES'], null),
    ('stalking', 1, 'loiters', 5, 'STALKING', 'VICTIM', 'Hangs about nearby', array['YES'], null),
    ('stalking', 1, 'threats', 6, 'STALKING', 'VICTIM', 'Threatened physical or sexual violence', array['YES'], null),
    ('stalking', 1, 'third-parties', 7, 'STALKING', 'OTHERS', 'Harasses other people because of this', array['YES'], null),
    ('stalking', 1, 'violence-to-people', 8, 'STALKING', 'OTHERS', 'Was violent to people during the stalking', array['YES'], null),
    ('stalking', 1, 'persuades-others', 9, 'STALKING', 'OTHERS', 'Gets other people to help, knowing or not', array['YES'], null),
    ('stalking', 1, 'drugs-drink', 10, 'STALKING', 'PERPETRATOR', 'Has trouble with drugs or alcohol', array['YES'], null),
    ('stalking', 1, 'past-violence', 11, 'STALKING', 'PERPETRATOR', 'Is known to have been violent before, bodily or in mind', array['YES'], null);

insert into risk.question_number (tool, version, question, numbering, number) values
    ('dash', 1, 'injury', 'SAFELIVES', 1),
    ('dash', 1, 'injury', 'POLICE', 1),
    ('dash', 1, 'very-frightened', 'SAFELIVES', 2),
    ('dash', 1, 'very-frightened', 'POLICE', 2),
    ('dash', 1, 'fears', 'SAFELIVES', 3),
    ('dash', 1, 'fears', 'POLICE', 3),
    ('dash', 1, 'isolated', 'SAFELIVES', 4),
    ('dash', 1, 'isolated', 'POLICE', 4),
    ('dash', 1, 'low-or-suicidal', 'SAFELIVES', 5),
    ('dash', 1, 'low-or-suicidal', 'POLICE', 5),
    ('dash', 1, 'separation', 'SAFELIVES', 6),
    ('dash', 1, 'separation', 'POLICE', 6),
    ('dash', 1, 'child-contact', 'SAFELIVES', 7),
    ('dash', 1, 'child-contact', 'POLICE', 7),
    ('dash', 1, 'stalking', 'SAFELIVES', 8),
    ('dash', 1, 'stalking', 'POLICE', 8),
    ('dash', 1, 'pregnancy', 'SAFELIVES', 9),
    ('dash', 1, 'pregnancy', 'POLICE', 9),
    ('dash', 1, 'more-often', 'SAFELIVES', 10),
    ('dash', 1, 'more-often', 'POLICE', 13),
    ('dash', 1, 'getting-worse', 'SAFELIVES', 11),
    ('dash', 1, 'getting-worse', 'POLICE', 14),
    ('dash', 1, 'control', 'SAFELIVES', 12),
    ('dash', 1, 'control', 'POLICE', 15),
    ('dash', 1, 'weapons', 'SAFELIVES', 13),
    ('dash', 1, 'weapons', 'POLICE', 16),
    ('dash', 1, 'threats-to-kill', 'SAFELIVES', 14),
    ('dash', 1, 'threats-to-kill', 'POLICE', 17),
    ('dash', 1, 'strangulation', 'SAFELIVES', 15),
    ('dash', 1, 'strangulation', 'POLICE', 18),
    ('dash', 1, 'sexual-harm', 'SAFELIVES', 16),
    ('dash', 1, 'sexual-harm', 'POLICE', 19),
    ('dash', 1, 'threatened-by-another', 'SAFELIVES', 17),
    ('dash', 1, 'threatened-by-another', 'POLICE', 20),
    ('dash', 1, 'others-hurt', 'SAFELIVES', 18),
    ('dash', 1, 'others-hurt', 'POLICE', 21),
    ('dash', 1, 'animals', 'SAFELIVES', 19),
    ('dash', 1, 'animals', 'POLICE', 22),
    ('dash', 1, 'money', 'SAFELIVES', 20),
    ('dash', 1, 'money', 'POLICE', 23),
    ('dash', 1, 'drugs-drink-mind', 'SAFELIVES', 21),
    ('dash', 1, 'drugs-drink-mind', 'POLICE', 24),
    ('dash', 1, 'perpetrator-suicide', 'SAFELIVES', 22),
    ('dash', 1, 'perpetrator-suicide', 'POLICE', 25),
    ('dash', 1, 'breaches', 'SAFELIVES', 23),
    ('dash', 1, 'breaches', 'POLICE', 26),
    ('dash', 1, 'criminal-history', 'SAFELIVES', 24),
    ('dash', 1, 'criminal-history', 'POLICE', 27),
    ('dash-police', 1, 'injury', 'POLICE', 1),
    ('dash-police', 1, 'injury', 'SAFELIVES', 1),
    ('dash-police', 1, 'very-frightened', 'POLICE', 2),
    ('dash-police', 1, 'very-frightened', 'SAFELIVES', 2),
    ('dash-police', 1, 'fears', 'POLICE', 3),
    ('dash-police', 1, 'fears', 'SAFELIVES', 3),
    ('dash-police', 1, 'isolated', 'POLICE', 4),
    ('dash-police', 1, 'isolated', 'SAFELIVES', 4),
    ('dash-police', 1, 'low-or-suicidal', 'POLICE', 5),
    ('dash-police', 1, 'low-or-suicidal', 'SAFELIVES', 5),
    ('dash-police', 1, 'separation', 'POLICE', 6),
    ('dash-police', 1, 'separation', 'SAFELIVES', 6),
    ('dash-police', 1, 'child-contact', 'POLICE', 7),
    ('dash-police', 1, 'child-contact', 'SAFELIVES', 7),
    ('dash-police', 1, 'stalking', 'POLICE', 8),
    ('dash-police', 1, 'stalking', 'SAFELIVES', 8),
    ('dash-police', 1, 'pregnancy', 'POLICE', 9),
    ('dash-police', 1, 'pregnancy', 'SAFELIVES', 9),
    ('dash-police', 1, 'children-in-home', 'POLICE', 10),
    ('dash-police', 1, 'children-hurt', 'POLICE', 11),
    ('dash-police', 1, 'children-threatened', 'POLICE', 12),
    ('dash-police', 1, 'more-often', 'POLICE', 13),
    ('dash-police', 1, 'more-often', 'SAFELIVES', 10),
    ('dash-police', 1, 'getting-worse', 'POLICE', 14),
    ('dash-police', 1, 'getting-worse', 'SAFELIVES', 11),
    ('dash-police', 1, 'control', 'POLICE', 15),
    ('dash-police', 1, 'control', 'SAFELIVES', 12),
    ('dash-police', 1, 'weapons', 'POLICE', 16),
    ('dash-police', 1, 'weapons', 'SAFELIVES', 13),
    ('dash-police', 1, 'threats-to-kill', 'POLICE', 17),
    ('dash-police', 1, 'threats-to-kill', 'SAFELIVES', 14),
    ('dash-police', 1, 'strangulation', 'POLICE', 18),
    ('dash-police', 1, 'strangulation', 'SAFELIVES', 15),
    ('dash-police', 1, 'sexual-harm', 'POLICE', 19),
    ('dash-police', 1, 'sexual-harm', 'SAFELIVES', 16),
    ('dash-police', 1, 'threatened-by-another', 'POLICE', 20),
    ('dash-police', 1, 'threatened-by-another', 'SAFELIVES', 17),
    ('dash-police', 1, 'others-hurt', 'POLICE', 21),
    ('dash-police', 1, 'others-hurt', 'SAFELIVES', 18),
    ('dash-police', 1, 'animals', 'POLICE', 22),
    ('dash-police', 1, 'animals', 'SAFELIVES', 19),
    ('dash-police', 1, 'money', 'POLICE', 23),
    ('dash-police', 1, 'money', 'SAFELIVES', 20),
    ('dash-police', 1, 'drugs-drink-mind', 'POLICE', 24),
    ('dash-police', 1, 'drugs-drink-mind', 'SAFELIVES', 21),
    ('dash-police', 1, 'perpetrator-suicide', 'POLICE', 25),
    ('dash-police', 1, 'perpetrator-suicide', 'SAFELIVES', 22),
    ('dash-police', 1, 'breaches', 'POLICE', 26),
    ('dash-police', 1, 'breaches', 'SAFELIVES', 23),
    ('dash-police', 1, 'criminal-history', 'POLICE', 27),
    ('dash-police', 1, 'criminal-history', 'SAFELIVES', 24),
    ('dash-young', 1, 'injury', 'OWN', 1),
    ('dash-young', 1, 'very-frightened', 'OWN', 2),
    ('dash-young', 1, 'fears', 'OWN', 3),
    ('dash-young', 1, 'isolated', 'OWN', 4),
    ('dash-young', 1, 'low-or-suicidal', 'OWN', 5),
    ('dash-young', 1, 'separation', 'OWN', 6),
    ('dash-young', 1, 'stalking', 'OWN', 7),
    ('dash-young', 1, 'pregnancy', 'OWN', 8),
    ('dash-young', 1, 'online', 'OWN', 9),
    ('dash-young', 1, 'missing', 'OWN', 10),
    ('dash-young', 1, 'exploitation', 'OWN', 11),
    ('dash-young', 1, 'older-or-several', 'OWN', 12),
    ('dash-young', 1, 'school', 'OWN', 13),
    ('dash-young', 1, 'more-often', 'OWN', 14),
    ('dash-young', 1, 'getting-worse', 'OWN', 15),
    ('dash-young', 1, 'control', 'OWN', 16),
    ('dash-young', 1, 'weapons', 'OWN', 17),
    ('dash-young', 1, 'threats-to-kill', 'OWN', 18),
    ('dash-young', 1, 'strangulation', 'OWN', 19),
    ('dash-young', 1, 'sexual-harm', 'OWN', 20),
    ('dash-young', 1, 'threatened-by-another', 'OWN', 21),
    ('dash-young', 1, 'others-hurt', 'OWN', 22),
    ('dash-young', 1, 'drugs-drink-mind', 'OWN', 23),
    ('dash-young', 1, 'criminal-history', 'OWN', 24),
    ('dara', 1, 'rules', 'OWN', 1),
    ('dara', 1, 'watched', 'OWN', 2),
    ('dara', 1, 'isolated', 'OWN', 3),
    ('dara', 1, 'money-control', 'OWN', 4),
    ('dara', 1, 'humiliated', 'OWN', 5),
    ('dara', 1, 'jealousy', 'OWN', 6),
    ('dara', 1, 'afraid-of-reaction', 'OWN', 7),
    ('dara', 1, 'threats-to-harm', 'OWN', 8),
    ('dara', 1, 'threats-to-kill', 'OWN', 9),
    ('dara', 1, 'violence', 'OWN', 10),
    ('dara', 1, 'strangulation', 'OWN', 11),
    ('dara', 1, 'weapons', 'OWN', 12),
    ('dara', 1, 'sexual-harm', 'OWN', 13),
    ('dara', 1, 'stalking', 'OWN', 14),
    ('dara', 1, 'children-used', 'OWN', 15),
    ('dara', 1, 'animals', 'OWN', 16),
    ('dara', 1, 'perpetrator-suicide', 'OWN', 17),
    ('dara', 1, 'breaches', 'OWN', 18),
    ('stalking', 1, 'very-frightened', 'STALKING', 1),
    ('stalking', 1, 'earlier-harassment', 'STALKING', 2),
    ('stalking', 1, 'property', 'STALKING', 3),
    ('stalking', 1, 'turns-up', 'STALKING', 4),
    ('stalking', 1, 'loiters', 'STALKING', 5),
    ('stalking', 1, 'threats', 'STALKING', 6),
    ('stalking', 1, 'third-parties', 'STALKING', 7),
    ('stalking', 1, 'violence-to-people', 'STALKING', 8),
    ('stalking', 1, 'persuades-others', 'STALKING', 9),
    ('stalking', 1, 'drugs-drink', 'STALKING', 10),
    ('stalking', 1, 'past-violence', 'STALKING', 11);

-- Licensed wording ------------------------------------------------------------------------------------------------

create table risk.wording (
    id uuid not null,
    tool text not null,
    version integer not null,
    name text not null,
    licence text not null,
    loaded_at timestamptz not null,
    loaded_by text not null,
    constraint wording_is_identified primary key (id),
    constraint wording_is_of_a_tool foreign key (tool, version) references risk.tool (key, version),
    constraint wording_stays_with_its_tool unique (id, tool, version),
    constraint wording_states_its_licence check (licence <> '' and name <> '' and length(licence) <= 2000
        and length(name) <= 200)
);
create index wording_of_tool on risk.wording (tool, version, loaded_at);
comment on table risk.wording is 'The wording of a tool that a partnership loaded under a licence of its own. The latest is shown. None is shipped.';
comment on column risk.wording.id is 'UUIDv7 made by the application.';
comment on column risk.wording.tool is 'The tool.';
comment on column risk.wording.version is 'Its version.';
comment on column risk.wording.name is 'What the form is called, and its edition.';
comment on column risk.wording.licence is 'By what right the partnership uses it, as it states.';
comment on column risk.wording.loaded_at is 'When it was loaded.';
comment on column risk.wording.loaded_by is 'Who loaded it: the user of the machine.';

create table risk.wording_line (
    wording_id uuid not null,
    tool text not null,
    version integer not null,
    question text not null,
    words text not null,
    constraint wording_line_is_identified primary key (wording_id, question),
    constraint wording_line_is_of_a_wording foreign key (wording_id, tool, version)
        references risk.wording (id, tool, version),
    constraint wording_line_is_of_a_question foreign key (tool, version, question)
        references risk.question (tool, version, key),
    constraint wording_line_has_words check (words <> '' and length(words) <= 2000)
);
comment on table risk.wording_line is 'The words of one question.';
comment on column risk.wording_line.wording_id is 'The wording.';
comment on column risk.wording_line.tool is 'The tool, for the foreign keys.';
comment on column risk.wording_line.version is 'Its version, for the foreign keys.';
comment on column risk.wording_line.question is 'The question.';
comment on column risk.wording_line.words is 'Its words.';

-- From which number on the risk is high --------------------------------------------------------------------------

create table risk.threshold (
    tool text not null,
    from_on date not null,
    set_at timestamptz not null,
    value integer not null,
    source text not null,
    set_by text not null,
    constraint threshold_is_identified primary key (tool, from_on, set_at),
    constraint threshold_has_a_source check (source <> '' and length(source) <= 500),
    constraint threshold_can_be_reached check (value between 1 and 99)
);
comment on table risk.threshold is 'From how many answers that count the risk is high, for all versions of a tool, from a day on. The one with the latest day counts; of two for one day, the one set last.';
comment on column risk.threshold.tool is 'The key of the tool.';
comment on column risk.threshold.from_on is 'The first day on which it holds.';
comment on column risk.threshold.set_at is 'When it was set.';
comment on column risk.threshold.value is 'The number.';
comment on column risk.threshold.source is 'Where it comes from, and why.';
comment on column risk.threshold.set_by is 'Who set it: the user of the machine; empty for what is shipped.';
insert into risk.threshold (tool, from_on, set_at, value, source, set_by) values
    ('dash', '2000-01-01', '2026-11-01', 14, '14 or more yes on the 24 questions is visible high risk [S15] [S16] [S17]', ''),
    ('dash-police', '2000-01-01', '2026-11-01', 14,
     'Proposed: whoever reaches 14 on the 24 questions reaches it on the 27. The source names 14 for the 24 only [S17]', ''),
    ('dash-young', '2000-01-01', '2026-11-01', 14,
     'Proposed: as for adults; no source for young people was seen. Judgement may raise at any score', '');

create table risk.band (
    tool text not null,
    least integer not null,
    most integer not null,
    grade text not null,
    source text not null,
    constraint band_is_identified primary key (tool, least),
    constraint band_runs_forward check (least <= most),
    constraint band_has_a_grade foreign key (grade) references risk.grade (code)
);
comment on table risk.band is 'Names that some areas give to scores below the threshold. Local, shown with their source, and nothing follows from them.';
comment on column risk.band.tool is 'The key of the tool.';
comment on column risk.band.least is 'Smallest score.';
comment on column risk.band.most is 'Largest score.';
comment on column risk.band.grade is 'What it is called.';
comment on column risk.band.source is 'Who calls it so.';
insert into risk.band (tool, least, most, grade, source) values ('dash', 10, 13, 'MEDIUM', 'Plymouth [S17]');

-- Assessments -----------------------------------------------------------------------------------------------------

create table risk.assessment (
    id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    tool text not null,
    version integer not null,
    wording_id uuid,
    form_id uuid not null,
    digest text not null,
    assessed_on date not null,
    agency_id uuid not null,
    assessed_by uuid not null,
    written_at timestamptz not null,
    threshold integer,
    grade text,
    judgement text not null,
    supersedes_id uuid,
    correction text,
    constraint assessment_is_identified primary key (id),
    constraint assessment_is_of_a_record foreign key (record_id, kind) references access.record (id, kind),
    constraint assessment_is_of_a_case check (kind = 'CASE'),
    constraint assessment_keeps_its_tool unique (id, record_id, tool),
    constraint assessment_keeps_its_version unique (id, record_id, tool, version),
    constraint assessment_uses_a_tool foreign key (tool, version) references risk.tool (key, version),
    constraint assessment_shows_a_wording foreign key (wording_id, tool, version)
        references risk.wording (id, tool, version),
    constraint assessment_is_of_one_form unique (assessed_by, form_id),
    constraint assessment_is_for_an_agency foreign key (agency_id) references access.agency (id),
    constraint assessment_is_by_an_account foreign key (assessed_by) references access.account (id),
    constraint assessment_grade_is_known foreign key (grade) references risk.grade (code),
    constraint assessment_judgement_has_words check (grade is null or judgement <> ''),
    constraint assessment_judgement_is_short check (length(judgement) <= 10000),
    constraint assessment_supersedes_one_of_its_record foreign key (supersedes_id, record_id, tool)
        references risk.assessment (id, record_id, tool),
    constraint assessment_is_corrected_once unique (supersedes_id),
    constraint assessment_correction_has_words check ((supersedes_id is null) = (correction is null)
        and correction <> '' and length(correction) <= 2000)
);
create index assessment_of_record on risk.assessment (record_id, assessed_on);
create index assessment_of_agency on risk.assessment (agency_id, assessed_on);
comment on table risk.assessment is 'What somebody answered for a case with a version of a tool, and what they judged. Insert-only; a correction is another one.';
comment on column risk.assessment.id is 'UUIDv7 made by the application.';
comment on column risk.assessment.record_id is 'The case, as a record of the rule.';
comment on column risk.assessment.kind is 'Always CASE, for the policy.';
comment on column risk.assessment.tool is 'The tool.';
comment on column risk.assessment.version is 'Its version.';
comment on column risk.assessment.wording_id is 'The licensed wording that was shown; null for our own topics.';
comment on column risk.assessment.form_id is 'The form it was sent with, so that sending it twice stores it once.';
comment on column risk.assessment.digest is 'SHA-256 of what was sent, in hexadecimal, so that a form that was changed and sent again is told apart.';
comment on column risk.assessment.assessed_on is 'The day of the assessment.';
comment on column risk.assessment.agency_id is 'The agency that assessed.';
comment on column risk.assessment.assessed_by is 'Who wrote it down.';
comment on column risk.assessment.written_at is 'When.';
comment on column risk.assessment.threshold is 'From how many on the risk was high on that day; null for a tool without one.';
comment on column risk.assessment.grade is 'What whoever assessed judged it to be; null when the answers stand by themselves.';
comment on column risk.assessment.judgement is 'The judgement in words; empty when none was written.';
comment on column risk.assessment.supersedes_id is 'The assessment that this one corrects.';
comment on column risk.assessment.correction is 'What was wrong with that.';

create table risk.answer_given (
    assessment_id uuid not null,
    record_id uuid not null,
    kind text not null default 'CASE',
    tool text not null,
    version integer not null,
    scale text not null,
    question text not null,
    answer text not null,
    source text not null,
    note text not null,
    constraint answer_given_is_identified primary key (assessment_id, question),
    constraint answer_given_is_in_an_assessment foreign key (assessment_id, record_id, tool, version)
        references risk.assessment (id, record_id, tool, version),
    constraint answer_given_is_of_a_record foreign key (record_id, kind) references access.record (id, kind),
    constraint answer_given_is_of_a_case check (kind = 'CASE'),
    constraint answer_given_is_to_a_question foreign key (tool, version, question)
        references risk.question (tool, version, key),
    constraint answer_given_keeps_to_the_tool foreign key (tool, version, scale) references risk.tool (key, version, scale),
    constraint answer_given_keeps_to_the_scale foreign key (scale, answer) references risk.scale_answer (scale, answer),
    constraint answer_given_is_short check (length(source) <= 200 and length(note) <= 2000)
);
create index answer_given_of_record on risk.answer_given (record_id);
comment on table risk.answer_given is 'An answer. There is one for each question of the tool, also when nobody asked it.';
comment on column risk.answer_given.assessment_id is 'The assessment.';
comment on column risk.answer_given.record_id is 'The case, for the policy.';
comment on column risk.answer_given.kind is 'Always CASE, for the policy.';
comment on column risk.answer_given.tool is 'The tool, for the foreign keys.';
comment on column risk.answer_given.version is 'Its version, for the foreign keys.';
comment on column risk.answer_given.scale is 'The scale of the tool, for the foreign keys.';
comment on column risk.answer_given.question is 'The question.';
comment on column risk.answer_given.answer is 'The answer; a missing one is none of the others.';
comment on column risk.answer_given.source is 'Who said so when it was not the victim: an agency or other words. Empty for the victim.';
comment on column risk.answer_given.note is 'More about it; empty when there is none.';
create trigger question_stays before update or delete on risk.question
    for each row execute function access.refuse_change();
create trigger question_number_stays before update or delete on risk.question_number
    for each row execute function access.refuse_change();
create trigger wording_stays before update or delete on risk.wording
    for each row execute function access.refuse_change();
create trigger wording_line_stays before update or delete on risk.wording_line
    for each row execute function access.refuse_change();
create trigger threshold_stays before update or delete on risk.threshold
    for each row execute function access.refuse_change();
create trigger assessment_stays before update or delete on risk.assessment
    for each row execute function access.refuse_change();
create trigger answer_given_stays before update or delete on risk.answer_given
    for each row execute function access.refuse_change();
create trigger threshold_is_never_emptied before truncate on risk.threshold execute function access.refuse_change();
create trigger assessment_is_never_emptied before truncate on risk.assessment execute function access.refuse_change();
create trigger answer_given_is_never_emptied before truncate on risk.answer_given execute function access.refuse_change();

-- How soon it is looked at again ----------------------------------------------------------------------------------

insert into access.setting (name, since, value, reason) values
    ('reassessment_weeks', '2026-11-01', '8', 'Risk is assessed again after about eight weeks [S41].');
insert into access.setting_bound (name, words, unit, least, most, because, place) values
    ('reassessment_weeks', 'After how long a risk is assessed again', 'weeks', 1, 26,
     'Less than a week is a conversation. After half a year the answers are of another life.', 180);

-- Who may read and write ------------------------------------------------------------------------------------------

select access.guard('risk.assessment', 'record_id', quote_literal('CASE'), 'RISK');
select access.guard('risk.answer_given', 'record_id', quote_literal('CASE'), 'RISK');

create function risk.assessed_now(assessment uuid) returns boolean
    language sql stable security definer set search_path = risk, pg_temp as $$
    select exists (select from risk.assessment a
                   where a.id = assessed_now.assessment and a.written_at = now()
                     and a.assessed_by = (select access.viewer_account()))
$$;
comment on function risk.assessed_now is 'Whether whoever looks wrote an assessment in this transaction, for policies.';

create policy assessment_is_written on risk.assessment for insert with check (
    assessed_by = (select access.viewer_account()) and agency_id = (select access.viewer_agency())
    and written_at = now() and assessed_on <= access.today() and access.may_see(record_id, 'RISK'));
create policy answer_given_is_written on risk.answer_given for insert with check (
    risk.assessed_now(assessment_id) and access.may_see(record_id, 'RISK'));

grant usage on schema risk to witan_application;
grant select on risk.scale, risk.answer, risk.scale_answer, risk.grading, risk.grade, risk.about, risk.section,
    risk.numbering, risk.tool, risk.question, risk.question_number, risk.wording, risk.wording_line, risk.threshold,
    risk.band to witan_application;
grant select, insert on risk.assessment, risk.answer_given to witan_application;
revoke execute on all functions in schema risk from public;
grant execute on function risk.assessed_now to witan_application;
