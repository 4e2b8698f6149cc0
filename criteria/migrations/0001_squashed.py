"""The tables as they stand, in one step: a new site need not walk the way they came.

A site that walked it up to the last of `replaces` has nothing to do; one in between first goes there
with the release that still had those steps.
"""

import criteria.models.catalogue
import django.db.models.deletion
import thiduakt.vietnamese.fields
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from thiduakt.events import ddl

# What is told in these tables cannot be changed or removed, whoever asks.
forwards, backwards = ddl.migration(
    "criteria_factevent",
    "criteria_scoreevent",
    "criteria_assignmentevent",
    "criteria_holdevent",
    "criteria_awardruleevent",
    "criteria_regimeevent",
)


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('criteria', '0001_initial'),
        ('criteria', '0002_award_rule_unit_kinds'),
        ('criteria', '0003_records'),
        ('criteria', '0004_records_trail'),
        ('criteria', '0005_law_versions'),
        ('criteria', '0006_law_trail'),
        ('criteria', '0007_women_first'),
    ]

    dependencies = [
        ('documents', '0001_squashed'),
        ('units', '0001_squashed'),
    ]

    operations = [
        migrations.CreateModel(
            name='AwardType',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', thiduakt.vietnamese.fields.TextLine(max_length=20, unique=True, verbose_name='mã')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=150, verbose_name='tên')),
                ('category', models.CharField(choices=[('danh_hieu', 'Danh hiệu thi đua'), ('hinh_thuc', 'Hình thức khen thưởng')], max_length=20, verbose_name='loại')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
            ],
            options={
                'verbose_name': 'danh hiệu, hình thức',
                'verbose_name_plural': 'danh hiệu, hình thức',
                'ordering': ['category', 'order'],
            },
        ),
        migrations.CreateModel(
            name='BaseSalary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(unique=True, verbose_name='từ ngày')),
                ('amount', models.PositiveIntegerField(verbose_name='mức (đồng)')),
                ('instrument', thiduakt.vietnamese.fields.TextLine(max_length=100, verbose_name='văn bản')),
                ('verified', models.BooleanField(default=False, verbose_name='đã kiểm chứng')),
            ],
            options={
                'verbose_name': 'mức lương cơ sở',
                'verbose_name_plural': 'mức lương cơ sở',
                'ordering': ['-valid_from'],
            },
        ),
        migrations.CreateModel(
            name='Checklist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', thiduakt.vietnamese.fields.TextLine(max_length=500, verbose_name='tên')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='năm')),
            ],
            options={
                'verbose_name': 'bộ tiêu chí',
                'verbose_name_plural': 'bộ tiêu chí',
            },
        ),
        migrations.CreateModel(
            name='FactKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', thiduakt.vietnamese.fields.TextLine(max_length=40, unique=True, verbose_name='mã')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='tên')),
                ('scale', models.CharField(choices=[('rating', 'Xếp loại'), ('share', 'Số lượng, trên tổng số'), ('count', 'Số lượng'), ('percent', 'Tỷ lệ phần trăm')], max_length=20, verbose_name='thang')),
                ('holders', models.CharField(choices=[('both', 'Đơn vị và cá nhân'), ('unit', 'Chỉ đơn vị'), ('person', 'Chỉ cá nhân')], default='both', max_length=10, verbose_name='của')),
                ('reported', models.BooleanField(default=False, verbose_name='đơn vị tự báo được')),
                ('adds_up', models.BooleanField(default=False, verbose_name='cộng các quý')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
            ],
            options={
                'verbose_name': 'loại số liệu',
                'verbose_name_plural': 'loại số liệu',
                'ordering': ['order'],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(choices=[('common', 'Chung'), ('collective', 'Đối với tập thể'), ('individual', 'Đối với cá nhân'), ('head', 'Đối với người đứng đầu')], max_length=20, verbose_name='nhóm')),
                ('order', models.PositiveSmallIntegerField(verbose_name='thứ tự')),
                ('text', thiduakt.vietnamese.fields.TextBlock(verbose_name='nội dung')),
                ('measures', models.JSONField(blank=True, default=list, verbose_name='phép đo')),
                ('disqualifiers', models.JSONField(blank=True, default=list, verbose_name='không xét nếu')),
                ('checklist', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='criteria.checklist')),
            ],
            options={
                'verbose_name': 'tiêu chí',
                'verbose_name_plural': 'tiêu chí',
                'ordering': ['order'],
            },
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', thiduakt.vietnamese.fields.TextLine(help_text='Văn bản, sổ theo dõi làm căn cứ.', max_length=300, verbose_name='nguồn')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='nhập lúc')),
                ('is_live', models.BooleanField(default=True, editable=False, verbose_name='còn hiệu lực')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('period', models.CharField(choices=[('year', 'Cả năm'), ('q1', 'Quý I'), ('q2', 'Quý II'), ('q3', 'Quý III'), ('q4', 'Quý IV')], default='year', max_length=10, verbose_name='kỳ')),
                ('value', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='giá trị')),
                ('total', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='trên tổng số')),
                ('rating', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=40, verbose_name='xếp loại')),
                ('awaits', models.BooleanField(default=False, editable=False, verbose_name='chờ xác nhận')),
                ('confirmed_at', models.DateTimeField(editable=False, null=True, verbose_name='xác nhận lúc')),
                ('confirmed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người xác nhận')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người nhập')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp minh chứng')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='units.person', verbose_name='cá nhân')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='units.unit', verbose_name='đơn vị')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='criteria.factkind', verbose_name='loại số liệu')),
            ],
            options={
                'verbose_name': 'số liệu',
                'verbose_name_plural': 'số liệu',
                'ordering': ['-year', 'kind', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('person__isnull', True), ('unit__isnull', True), _connector='XOR'), name='fact_of_person_or_unit', violation_error_message='Chọn một cá nhân hoặc một đơn vị.'), models.CheckConstraint(condition=models.Q(('value__isnull', True), ('value__gte', 0), _connector='OR'), name='fact_is_not_negative', violation_error_message='Giá trị không được âm.'), models.CheckConstraint(condition=models.Q(('total__isnull', True), ('value__isnull', True), ('value__lte', models.F('total')), _connector='OR'), name='share_within_total', violation_error_message='Số người không được lớn hơn tổng số.'), models.UniqueConstraint(condition=models.Q(('is_live', True), ('unit__isnull', False)), fields=('kind', 'unit', 'year', 'period'), name='one_unit_fact_a_year', violation_error_message='Đã có số liệu này của đơn vị trong năm.'), models.UniqueConstraint(condition=models.Q(('is_live', True), ('person__isnull', False)), fields=('kind', 'person', 'year', 'period'), name='one_person_fact_a_year', violation_error_message='Đã có số liệu này của cá nhân trong năm.')],
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='nhập lúc')),
                ('is_live', models.BooleanField(default=True, editable=False, verbose_name='còn hiệu lực')),
                ('reason', models.CharField(choices=[('ky_luat', 'Đang xem xét hoặc thi hành kỷ luật'), ('thanh_tra', 'Đang thanh tra, kiểm tra, điều tra'), ('khieu_nai', 'Đang xác minh khiếu nại, tố cáo')], max_length=20, verbose_name='lý do')),
                ('note', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=300, verbose_name='ghi chú')),
                ('source', thiduakt.vietnamese.fields.TextLine(blank=True, help_text='Văn bản làm căn cứ.', max_length=300, verbose_name='nguồn')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người nhập')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp minh chứng')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='units.person', verbose_name='cá nhân')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'tạm dừng xét',
                'verbose_name_plural': 'tạm dừng xét',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='hold_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.'), models.CheckConstraint(condition=models.Q(('person__isnull', True), ('unit__isnull', True), _connector='XOR'), name='hold_of_person_or_unit', violation_error_message='Chọn một cá nhân hoặc một đơn vị.')],
            },
        ),
        migrations.CreateModel(
            name='HoldEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('hold', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='criteria.hold')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('hold', 'seq'), name='hold_event_order')],
            },
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', thiduakt.vietnamese.fields.TextLine(max_length=30, unique=True, verbose_name='mã')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='tên')),
                ('aliases', thiduakt.vietnamese.fields.TextLine(blank=True, help_text='Cách nhau bằng dấu phẩy.', max_length=200, verbose_name='cách viết khác')),
                ('max_score', models.DecimalField(decimal_places=2, default=Decimal('100'), max_digits=6, verbose_name='điểm cao nhất')),
                ('max_rank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='số nơi được xếp hạng')),
                ('own', models.BooleanField(default=False, verbose_name='chấm riêng từng cơ quan, đơn vị')),
                ('part_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='components', to='criteria.indicator', verbose_name='là chỉ số thành phần của')),
            ],
            options={
                'verbose_name': 'chỉ số',
                'verbose_name_plural': 'chỉ số',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', thiduakt.vietnamese.fields.TextLine(help_text='Văn bản, sổ theo dõi làm căn cứ.', max_length=300, verbose_name='nguồn')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='nhập lúc')),
                ('is_live', models.BooleanField(default=True, editable=False, verbose_name='còn hiệu lực')),
                ('since_year', models.PositiveSmallIntegerField(verbose_name='từ năm')),
                ('until_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='đến hết năm')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người nhập')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp minh chứng')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='units.unit', verbose_name='đơn vị')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='criteria.indicator', verbose_name='chỉ số')),
            ],
            options={
                'verbose_name': 'giao phụ trách chỉ số',
                'verbose_name_plural': 'giao phụ trách chỉ số',
                'ordering': ['indicator__code', '-since_year'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_live', True)), fields=('indicator', 'unit', 'since_year'), name='one_assignment_since', violation_error_message='Đơn vị đã được ghi giao chỉ số này từ năm này.'), models.CheckConstraint(condition=models.Q(('until_year__isnull', True), ('until_year__gte', models.F('since_year')), _connector='OR'), name='assignment_ends_after_start', violation_error_message='Năm kết thúc không được trước năm bắt đầu.')],
            },
        ),
        migrations.CreateModel(
            name='IndicatorScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', thiduakt.vietnamese.fields.TextLine(help_text='Văn bản, sổ theo dõi làm căn cứ.', max_length=300, verbose_name='nguồn')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='nhập lúc')),
                ('is_live', models.BooleanField(default=True, editable=False, verbose_name='còn hiệu lực')),
                ('year', models.PositiveSmallIntegerField(verbose_name='năm')),
                ('score', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name='điểm')),
                ('rank', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='thứ hạng')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người nhập')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='tệp minh chứng')),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='criteria.indicator', verbose_name='chỉ số')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='units.unit', verbose_name='đơn vị')),
            ],
            options={
                'verbose_name': 'điểm chỉ số',
                'verbose_name_plural': 'điểm chỉ số',
                'ordering': ['-year', 'indicator'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_live', True)), fields=('indicator', 'unit', 'year'), name='one_score_a_year', violation_error_message='Đã có điểm chỉ số này của đơn vị trong năm.'), models.CheckConstraint(condition=models.Q(('score__isnull', True), ('score__gte', 0), _connector='OR'), name='score_is_not_negative', violation_error_message='Điểm không được âm.'), models.CheckConstraint(condition=models.Q(('rank__isnull', True), ('rank__gte', 1), _connector='OR'), name='rank_from_one', violation_error_message='Thứ hạng từ 1 trở lên.')],
            },
        ),
        migrations.CreateModel(
            name='LegalRegime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', thiduakt.vietnamese.fields.TextLine(max_length=40, unique=True, verbose_name='mã')),
                ('name', thiduakt.vietnamese.fields.TextLine(max_length=200, verbose_name='tên')),
                ('instrument', thiduakt.vietnamese.fields.TextBlock(max_length=600, verbose_name='văn bản')),
                ('valid_from', models.DateField(verbose_name='từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('verified', models.BooleanField(default=False, verbose_name='đã kiểm chứng')),
                ('women_percent', models.PositiveSmallIntegerField(blank=True, help_text='Khi bằng phiếu: nữ, tập thể có tỷ lệ nữ này được xếp trước. Để trống: không ưu tiên.', null=True, verbose_name='ưu tiên tập thể có từ (%) nữ')),
                ('women_citation', thiduakt.vietnamese.fields.TextLine(blank=True, max_length=200, verbose_name='căn cứ ưu tiên')),
                ('inherits', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='heirs', to='criteria.legalregime', verbose_name='kế thừa')),
            ],
            options={
                'verbose_name': 'chế độ pháp lý',
                'verbose_name_plural': 'chế độ pháp lý',
                'ordering': ['-valid_from'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='regime_ends_after_start', violation_error_message='Ngày kết thúc không được trước ngày bắt đầu.')],
            },
        ),
        migrations.CreateModel(
            name='AwardRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(choices=[('collective', 'Tập thể'), ('individual', 'Cá nhân'), ('household', 'Hộ gia đình')], max_length=20, verbose_name='đối tượng')),
                ('unit_kinds', models.JSONField(blank=True, default=list, validators=[criteria.models.catalogue.only_unit_kinds], verbose_name='loại đơn vị quyết định')),
                ('authority', thiduakt.vietnamese.fields.TextLine(max_length=300, verbose_name='thẩm quyền')),
                ('coefficient', models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name='hệ số tiền thưởng')),
                ('vote_percent', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tỷ lệ phiếu (%)')),
                ('ballot_required', models.BooleanField(default=False, verbose_name='phải bỏ phiếu kín')),
                ('cap_percent', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tỷ lệ tối đa (%)')),
                ('required_parts', models.JSONField(blank=True, default=list, verbose_name='thành phần hồ sơ')),
                ('rule_keys', models.JSONField(blank=True, default=list, validators=[criteria.models.catalogue.only_known_rules], verbose_name='quy tắc')),
                ('citation', thiduakt.vietnamese.fields.TextLine(max_length=300, verbose_name='căn cứ')),
                ('verified', models.BooleanField(default=False, verbose_name='đã kiểm chứng')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='award_rules', to='units.unit', verbose_name='quy định riêng của')),
                ('award_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='criteria.awardtype', verbose_name='khen thưởng')),
                ('cap_base', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='criteria.awardtype', verbose_name='tính trên số người được tặng')),
                ('regime', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rules', to='criteria.legalregime', verbose_name='chế độ')),
            ],
            options={
                'verbose_name': 'quy định khen thưởng',
                'verbose_name_plural': 'quy định khen thưởng',
                'ordering': ['award_type__category', 'award_type__order', 'regime__valid_from', 'group'],
                'constraints': [models.CheckConstraint(condition=models.Q(('regime__isnull', True), ('unit__isnull', True), _connector='XOR'), name='rule_of_regime_or_unit', violation_error_message='Chọn chế độ pháp lý hoặc đơn vị có quy định riêng.')],
            },
        ),
        migrations.CreateModel(
            name='RegimeEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
                ('regime', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='criteria.legalregime')),
            ],
            options={
                'verbose_name': 'lần sửa chế độ pháp lý',
                'verbose_name_plural': 'các lần sửa chế độ pháp lý',
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('regime', 'seq'), name='regime_event_order')],
            },
        ),
        migrations.CreateModel(
            name='ScoreEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
                ('score', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='criteria.indicatorscore')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('score', 'seq'), name='score_event_order')],
            },
        ),
        migrations.CreateModel(
            name='AssignmentEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='criteria.assignment')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('assignment', 'seq'), name='assignment_event_order')],
            },
        ),
        migrations.CreateModel(
            name='AwardRuleEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='criteria.awardrule')),
            ],
            options={
                'verbose_name': 'lần sửa quy định',
                'verbose_name_plural': 'các lần sửa quy định',
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('rule', 'seq'), name='rule_event_order')],
            },
        ),
        migrations.CreateModel(
            name='FactEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seq', models.PositiveIntegerField(verbose_name='thứ tự')),
                ('at', models.DateTimeField(verbose_name='lúc')),
                ('action', models.CharField(max_length=40, verbose_name='việc')),
                ('from_state', models.CharField(blank=True, max_length=40, verbose_name='từ')),
                ('to_state', models.CharField(blank=True, max_length=40, verbose_name='đến')),
                ('note', models.TextField(blank=True, verbose_name='lý do, ghi chú')),
                ('data', models.JSONField(default=dict, verbose_name='dữ liệu')),
                ('prev_hash', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người thực hiện')),
                ('fact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='criteria.fact')),
                ('membership', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.membership', verbose_name='theo vai trò')),
            ],
            options={
                'ordering': ['seq'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('fact', 'seq'), name='fact_event_order')],
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]
