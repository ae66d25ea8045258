/** The archive's own words, for whoever opens it years from now without this program. */
export const ARCHIVE_README = `نسخة احتياطية من برنامج «وسام»
================================

ما في هذا الملف هو كل بيانات مكتب الاستقبال: القاعدة والخطابات الصادرة والمرفقات.

أسهل طريق: ثبّت وسام على أي جهاز، واختر «استعادة من نسخة احتياطية» في شاشة التشغيل الأول، ثم اكتب مفتاح الاسترداد المطبوع.

ومن دون وسام:
1. اكتب مفتاح الاسترداد من الورقة المطبوعة في ملف نصي باسم key.txt، في سطر واحد يبدأ بـ AGE-SECRET-KEY-1 دون مسافات.
2. افتح النسخة بثلاث أدوات مجانية (age وzstd وtar):
     age -d -i key.txt backup-….tar.zst.age | zstd -d | tar x
3. قاعدة البيانات app.db مشفّرة، ومفتاحها في الملف database-key.txt. تُفتح بإحدى طريقتين:
   - برنامج SQLCipher (الإصدار 4 أو أحدث)، وأول أمر فيه:
       PRAGMA key = "x'هنا محتوى database-key.txt'";
   - أو Node.js (الإصدار 22 أو أحدث):
       npm install better-sqlite3-multiple-ciphers
       node open-app-db.mjs
   والمرفقات والصور الممسوحة في المجلد files مشفّرة كذلك، ويخرجها كلها (مع ما في القاعدة منها):
       node open-app-db.mjs --files FOLDER
4. ملف manifest.json يذكر عدد السجلات، وآخر رقم في كل سجل، وبصمة sha256 لكل ملف.

احذف ما استخرجته بعد الفراغ منه: من يملك app.db وdatabase-key.txt معًا يقرأ كل شيء.


A backup of Wisam
=================

This archive holds all the data of the reception office: the database, the letters issued, the attachments.

The easiest way: install Wisam on any computer, choose to restore from a backup on its first screen, and type the
printed recovery key.

Without Wisam:
1. Write the recovery key from the printed sheet into a text file, key.txt: one line that begins with
   AGE-SECRET-KEY-1, no spaces.
2. Open the archive with three free tools (age, zstd, tar):
     age -d -i key.txt backup-….tar.zst.age | zstd -d | tar x
3. The database app.db is still encrypted; its key is in database-key.txt. Open it in one of two ways:
   - SQLCipher 4 or later, whose first command must be:
       PRAGMA key = "x'the content of database-key.txt'";
   - or Node.js 22 or later:
       npm install better-sqlite3-multiple-ciphers
       node open-app-db.mjs                             (tables and their rows)
       node open-app-db.mjs "SELECT * FROM letter"      (one JSON object a line)
       node open-app-db.mjs --letters FOLDER            (every issued letter as PDF)
       node open-app-db.mjs --files FOLDER              (every scan and attachment: those in files/ are encrypted too)
4. manifest.json tells how many rows each table has, the last number of each register, and the sha256 of each file.

Delete what you extracted when you are done: whoever has app.db and database-key.txt can read everything.
`;
