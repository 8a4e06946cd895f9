from django.db import migrations

from articles.lib import appendonly


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [appendonly.operation("articles_revision")]
